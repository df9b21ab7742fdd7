"""Modules of the course's author, run in the trusted process: references, misconceptions, small inputs."""

import inspect
import types
from pathlib import Path

from cnnlab.errors import CourseError
from cnnlab.messages import text


def module_from_source(name: str, source: str, path: Path | str) -> types.ModuleType:
    """Execute source as a module.

    Raises:
        CourseError: where it raises; the message names the file.
    """
    module = types.ModuleType(name)
    module.__file__ = str(path)
    try:
        exec(compile(source, str(path), "exec"), module.__dict__)
    except Exception as error:
        raise CourseError(
            text("{path} cannot be imported: {reason}.", path=path, reason=f"{type(error).__name__}: {error}")
        ) from error
    return module


def module_from_file(path: Path) -> types.ModuleType:
    """Execute a file as a module.

    Raises:
        CourseError: where it is missing or raises.
    """
    if not path.is_file():
        raise CourseError(text("{path} is missing.", path=path))
    return module_from_source(path.stem, path.read_text(encoding="utf-8"), path)


def signatures(module: types.ModuleType) -> dict[str, str]:
    """How each public function or class is called, without annotations: `(x, kernel_size, stride=None, padding=0)`."""
    found = {}
    for name, value in vars(module).items():
        own_class = inspect.isclass(value) and value.__module__ == module.__name__
        if ((inspect.isfunction(value) and value.__module__ == module.__name__) or own_class) and not name.startswith(
            "_"
        ):
            plain = [
                parameter.replace(annotation=inspect.Parameter.empty)
                for parameter in inspect.signature(value).parameters.values()
            ]
            found[name] = str(inspect.Signature(plain))
    return found
