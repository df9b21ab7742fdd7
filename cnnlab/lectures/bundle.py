"""ES modules to one classic script: browsers load no modules from `file://`.

Two forms are understood, and all our scripts use only them: `import { a, b } from "./file.js";` on a line of its own,
and `export` before `function`, `async function`, `class` or `const`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cnnlab.lectures.model import Problem
from cnnlab.messages import text

IMPORT = re.compile(r'import \{ ([\w$, ]+) \} from "(\.\.?/[\w./-]+\.js)";')
EXPORT = re.compile(r"export ((?:async )?function\*?|class|const) ([\w$]+)")
STATEMENT = re.compile(r"\s*(import|export)\b")
CUT = "\0"


class BundleError(Exception):
    """A script that cannot be taken in; the problem says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class _Module:
    """A script as it is read: its code, cut where the names of the modules it imports belong, since every bundle names them itself."""

    imports: tuple[Path, ...]
    code: tuple[str, ...]


class Modules:
    """The scripts of a site, each read once for all the pages that take it in."""

    def __init__(self) -> None:
        self._read: dict[Path, _Module] = {}

    def bundle(self, shell: Path, widgets: Mapping[str, Path], data: Mapping[str, object]) -> str:
        """The shell and widgets as one script; `data` becomes constants. `start` of the shell gets the widgets.

        Raises:
            BundleError: where a module is missing, or written in another form.
        """
        order: list[Path] = []
        mounted = {name: path.resolve() for name, path in widgets.items()}
        for path in (shell.resolve(), *mounted.values()):
            self._visit(path, order, ())
        names = {path: f"m{place}" for place, path in enumerate(order)}
        parts = [f"const {name} = {_json(value)};" for name, value in data.items()]
        parts += [self._named(path, names) for path in order]
        mounts = ", ".join(f"{json.dumps(name)}: {names[path]}.mount" for name, path in mounted.items())
        parts.append(f"{names[shell.resolve()]}.start({{ {mounts} }});")
        return '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"

    def _visit(self, path: Path, order: list[Path], above: tuple[Path, ...]) -> None:
        if path in order:
            return
        if path in above:
            raise BundleError(Problem(path, 1, text("These scripts import each other in a circle; break it.")))
        if path not in self._read:
            self._read[path] = _read(path)
        for imported in self._read[path].imports:
            self._visit(imported, order, (*above, path))
        order.append(path)

    def _named(self, path: Path, names: Mapping[Path, str]) -> str:
        module = self._read[path]
        named = (names[imported] + code for imported, code in zip(module.imports, module.code[1:], strict=True))
        return f"const {names[path]} = (() => {{\n{module.code[0]}{''.join(named)}\n}})();"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read(path: Path) -> _Module:
    imports: list[Path] = []
    exported: list[str] = []
    lines = path.read_text(encoding="utf-8").split("\n")
    for place, line in enumerate(lines):
        # Most lines are neither: searching all of a script for forms takes as long as a lesson.
        if not line.lstrip().startswith(("import", "export")) or not STATEMENT.match(line):
            continue
        taken, given = IMPORT.fullmatch(line), EXPORT.match(line)
        if taken:
            imports.append(_imported(path, taken, place + 1))
            lines[place] = f"const {{ {taken[1].replace(' as ', ': ')} }} = {CUT};"
        elif given:
            exported.append(given[2])
            lines[place] = line.removeprefix("export ")
        else:
            form = 'import { a } from "./file.js";'
            message = text("Write {form} on one line, and export before function, class or const.", form=form)
            raise BundleError(Problem(path, place + 1, message, line))
    whole = "\n".join(lines).strip() + f"\nreturn {{ {', '.join(exported)} }};"
    return _Module(tuple(imports), tuple(whole.split(CUT)))


def _imported(path: Path, taken: re.Match[str], line: int) -> Path:
    found = (path.parent / taken[2]).resolve()
    if not found.is_file():
        raise BundleError(Problem(path, line, text("There is no script {name}.", name=taken[2]), taken[0]))
    return found
