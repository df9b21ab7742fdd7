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

IMPORT = re.compile(r'^import \{ ([\w$, ]+) \} from "(\.\.?/[\w./-]+\.js)";$', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const) ([\w$]+)", re.MULTILINE)
IMPORTED = re.compile("\0([0-9]+)\0")
LEFT = re.compile(r"^\s*(import|export)\b", re.MULTILINE)


class BundleError(Exception):
    """A script that cannot be taken in; the problem says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class _Module:
    """A script as it is read. In its code the place of each import is marked: every bundle names its modules itself."""

    imports: tuple[Path, ...]
    code: str


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
        code = IMPORTED.sub(lambda found: names[module.imports[int(found[1])]], module.code)
        return f"const {names[path]} = (() => {{\n{code}\n}})();"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read(path: Path) -> _Module:
    source = path.read_text(encoding="utf-8")
    exported = [found[2] for found in EXPORT.finditer(source)]
    imports: list[Path] = []

    def taken(found: re.Match[str]) -> str:
        imported = (path.parent / found[2]).resolve()
        if not imported.is_file():
            line = source.count("\n", 0, found.start()) + 1
            raise BundleError(Problem(path, line, text("There is no script {name}.", name=found[2]), found[0]))
        imports.append(imported)
        return f"const {{ {found[1].replace(' as ', ': ')} }} = \0{len(imports) - 1}\0;"

    code = EXPORT.sub(r"\1 \2", IMPORT.sub(taken, source))
    left = LEFT.search(code)
    if left:
        line = code.count("\n", 0, left.end()) + 1
        form = 'import { a } from "./file.js";'
        message = text("Write {form} on one line, and export before function, class or const.", form=form)
        raise BundleError(Problem(path, line, message, code.splitlines()[line - 1]))
    return _Module(tuple(imports), f"{code.strip()}\nreturn {{ {', '.join(exported)} }};")
