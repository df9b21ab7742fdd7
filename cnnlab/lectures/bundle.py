"""ES modules to one classic script: browsers load no modules from `file://`.

Three forms are understood, and all our scripts use only them: `import { a, b } from "./file.js";` on a line of its own,
`export` before `function`, `async function`, `class` or `const`, and `import("./file.js")` for what is loaded later (`later`).
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cnnlab.lectures.later import LATER, LOADER, asking, file_of, name_of
from cnnlab.lectures.model import Problem
from cnnlab.messages import text

IMPORT = re.compile(r'^import \{ ([\w$, ]+) \} from "(\.\.?/[\w./-]+\.js)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) ([\w$]+)", re.MULTILINE)
LEFT = re.compile(r"^\s*(import|export)\b|\bimport\(", re.MULTILINE)


class BundleError(Exception):
    """A script that cannot be taken in; the problem says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Bundle:
    """A page's script, and the files it loads later by their names below `assets/`."""

    script: str
    later: Mapping[str, str]


def bundle(shell: Path, widgets: Mapping[str, Path], data: Mapping[str, object]) -> Bundle:
    """The shell and widgets as one script; `data` becomes constants. `start` of the shell gets the widgets.

    Raises:
        BundleError: where a module is missing, or written in another form.
    """
    order: list[Path] = []
    for path in (shell, *widgets.values()):
        _visit(path.resolve(), order, ())
    names = {path: f"m{place}" for place, path in enumerate(order)}
    later = {each: _alone(each) for path in order for each in _asked_later(path)}
    parts = [LOADER] if later else []
    parts += [f"const {name} = {_json(value)};" for name, value in data.items()]
    parts += [_module(path, names, later) for path in order]
    mounts = ", ".join(f"{json.dumps(name)}: {names[path.resolve()]}.mount" for name, path in widgets.items())
    parts.append(f"{names[shell.resolve()]}.start({{ {mounts} }});")
    script = '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"
    return Bundle(script, {name_of(path): content for path, content in later.items()})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _visit(path: Path, order: list[Path], above: Iterable[Path]) -> None:
    if path in order:
        return
    if path in above:
        raise BundleError(Problem(path, 1, text("These scripts import each other in a circle; break it.")))
    source = path.read_text(encoding="utf-8")
    for found in IMPORT.finditer(source):
        _visit(_named(path, source, found, found[2]), order, (*above, path))
    order.append(path)


def _asked_later(path: Path) -> list[Path]:
    source = path.read_text(encoding="utf-8")
    return [_named(path, source, found, found[1]) for found in LATER.finditer(source)]


def _named(path: Path, source: str, found: re.Match[str], name: str) -> Path:
    """The module that an import names."""
    imported = (path.parent / name).resolve()
    if not imported.is_file():
        raise BundleError(Problem(path, _line(source, found), text("There is no script {name}.", name=name), found[0]))
    return imported


def _line(source: str, found: re.Match[str]) -> int:
    return source.count("\n", 0, found.start()) + 1


def _module(path: Path, names: Mapping[Path, str], later: Mapping[Path, str]) -> str:
    def taken(found: re.Match[str]) -> str:
        wanted = found[1].replace(" as ", ": ")
        return f"const {{ {wanted} }} = {names[(path.parent / found[2]).resolve()]};"

    def asked(found: re.Match[str]) -> str:
        imported = (path.parent / found[1]).resolve()
        return asking(imported, later[imported])

    source = path.read_text(encoding="utf-8")
    code, exported = _plain(path, LATER.sub(asked, IMPORT.sub(taken, source)))
    return f"const {names[path]} = (() => {{\n{code}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _alone(path: Path) -> str:
    """A module that is loaded later. What it imported would be there twice, with a state of its own, so it imports nothing."""
    source = path.read_text(encoding="utf-8")
    found = IMPORT.search(source) or LATER.search(source)
    if found:
        message = text("This script is loaded later, by import(…), and cannot import others itself.")
        raise BundleError(Problem(path, _line(source, found), message, found[0]))
    return file_of(*_plain(path, source))


def _plain(path: Path, source: str) -> tuple[str, list[str]]:
    """Code without `export`, and what it exported."""
    code = EXPORT.sub(r"\1 \2", source)
    left = LEFT.search(code)
    if left:
        line = code.count("\n", 0, left.end()) + 1
        if left[1]:
            form = 'import { a } from "./file.js";'
            message = text("Write {form} on one line, and export before function, class or const.", form=form)
        else:
            message = text("Write {form}: one script, by its name in double quotes.", form='import("./file.js")')
        raise BundleError(Problem(path, line, message, code.splitlines()[line - 1]))
    return code.strip(), [found[2] for found in EXPORT.finditer(source)]
