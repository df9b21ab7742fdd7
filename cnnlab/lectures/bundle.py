"""ES modules to one classic script: browsers load no modules from `file://`.

Two forms are understood, and all our scripts use only them: `import { a, b } from "./file.js";` on a line of its own,
and `export` before `function`, `async function`, `class` or `const`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from cnnlab.lectures.model import Problem
from cnnlab.messages import text

IMPORT = re.compile(r'^import \{ ([\w$, ]+) \} from "(\.\.?/[\w./-]+\.js)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) ([\w$]+)", re.MULTILINE)
LEFT = re.compile(r"^\s*(import|export)\b", re.MULTILINE)


class BundleError(Exception):
    """A script that cannot be taken in; the problem says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def bundle(shell: Path, widgets: Mapping[str, Path], data: Mapping[str, object]) -> str:
    """The shell and widgets as one script; `data` becomes constants. `mountWidgets` of the shell gets the widgets.

    Raises:
        BundleError: where a module is missing, or written in another form.
    """
    order: list[Path] = []
    for path in (shell, *widgets.values()):
        _visit(path.resolve(), order, ())
    names = {path: f"m{place}" for place, path in enumerate(order)}
    parts = [f"const {name} = {_json(value)};" for name, value in data.items()]
    parts += [_module(path, names) for path in order]
    mounts = ", ".join(f"{json.dumps(name)}: {names[path.resolve()]}.mount" for name, path in widgets.items())
    parts.append(f"{names[shell.resolve()]}.start({{ {mounts} }});")
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _visit(path: Path, order: list[Path], above: Iterable[Path]) -> None:
    if path in order:
        return
    if path in above:
        raise BundleError(Problem(path, 1, text("These scripts import each other in a circle; break it.")))
    source = path.read_text(encoding="utf-8")
    for found in IMPORT.finditer(source):
        imported = (path.parent / found[2]).resolve()
        if not imported.is_file():
            line = source.count("\n", 0, found.start()) + 1
            raise BundleError(Problem(path, line, text("There is no script {name}.", name=found[2]), found[0]))
        _visit(imported, order, (*above, path))
    order.append(path)


def _module(path: Path, names: Mapping[Path, str]) -> str:
    source = path.read_text(encoding="utf-8")
    exported = [found[2] for found in EXPORT.finditer(source)]

    def taken(found: re.Match[str]) -> str:
        wanted = found[1].replace(" as ", ": ")
        return f"const {{ {wanted} }} = {names[(path.parent / found[2]).resolve()]};"

    code = EXPORT.sub(r"\1 \2", IMPORT.sub(taken, source))
    left = LEFT.search(code)
    if left:
        line = code.count("\n", 0, left.end()) + 1
        form = 'import { a } from "./file.js";'
        message = text("Write {form} on one line, and export before function, class or const.", form=form)
        raise BundleError(Problem(path, line, message, code.splitlines()[line - 1]))
    return f"const {names[path]} = (() => {{\n{code.strip()}\nreturn {{ {', '.join(exported)} }};\n}})();"
