"""ES modules to one classic script: browsers load no modules from `file://`.

Three forms are understood, and all our scripts use only them: `import { a, b } from "./file.js";` on a line of its own,
`export` before `function`, `async function`, `class` or `const`, and `import("./file.js")` for what is loaded later (`later`).
"""

import difflib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cnnlab.lectures.later import LATER, LOADER, asking, file_of, name_of
from cnnlab.lectures.model import Problem
from cnnlab.messages import Text, text

IMPORT = re.compile(r'import \{ ([\w$, ]+) \} from "(\.\.?/[\w./-]+\.js)";')
EXPORT = re.compile(r"export ((?:async )?function\*?|class|const) ([\w$]+)")
STATEMENT = re.compile(r"\s*(import|export)\b(?!\()")
CALL = re.compile(r"\bimport\(")
CUT = "\0"


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


@dataclass(frozen=True)
class _Import:
    """What a script takes from another one: names, in a line counted from 0."""

    path: Path
    names: tuple[str, ...]
    place: int


@dataclass(frozen=True)
class _Module:
    """A script as it is read: its code, cut where the names of the modules it imports belong, since every bundle names them itself."""

    imports: tuple[_Import, ...]
    later: Mapping[Path, str]
    exported: tuple[str, ...]
    code: tuple[str, ...]


class Modules:
    """The scripts of a site, each read once for all the pages that take it in."""

    def __init__(self) -> None:
        self._read: dict[Path, _Module] = {}

    def bundle(self, shell: Path, widgets: Mapping[str, Path], data: Mapping[str, object]) -> Bundle:
        """The shell and widgets as one script; `data` becomes constants. `start` of the shell gets the widgets.

        Raises:
            BundleError: where a module is missing, or written in another form.
        """
        order: dict[Path, None] = {}
        mounted = {name: path.resolve() for name, path in widgets.items()}
        for path in (shell.resolve(), *mounted.values()):
            self._visit(path, order, ())
        for path in mounted.values():
            if "mount" not in self._read[path].exported:
                raise _broken(
                    path, 0, text("A widget exports a function mount, which fills its place on the page."), ""
                )
        names = {path: f"m{place}" for place, path in enumerate(order)}
        later = {name_of(each): content for path in order for each, content in self._read[path].later.items()}
        parts = [LOADER] if later else []
        parts += [f"const {name} = {_json(value)};" for name, value in data.items()]
        parts += [self._named(path, names) for path in order]
        mounts = ", ".join(f"{json.dumps(name)}: {names[path]}.mount" for name, path in mounted.items())
        parts.append(f"{names[shell.resolve()]}.start({{ {mounts} }});")
        return Bundle('"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n", later)

    def _visit(self, path: Path, order: dict[Path, None], above: tuple[Path, ...]) -> None:
        if path in order:
            return
        if path in above:
            raise BundleError(Problem(path, 1, text("These scripts import each other in a circle; break it.")))
        if path not in self._read:
            self._read[path] = _module(path)
        for imported in self._read[path].imports:
            self._visit(imported.path, order, (*above, path))
            self._find_unexported(path, imported)
        order[path] = None

    def _find_unexported(self, path: Path, imported: _Import) -> None:
        """A browser would only notice when the page is open, and then nothing of it works."""
        exported = self._read[imported.path].exported
        for name in imported.names:
            if name not in exported:
                near = difflib.get_close_matches(name, exported, n=1) or exported
                known, script = ", ".join(near), imported.path.name
                message = text("{script} exports no {name}; it has: {known}.", script=script, name=name, known=known)
                raise _broken(path, imported.place, message, name)

    def _named(self, path: Path, names: Mapping[Path, str]) -> str:
        module = self._read[path]
        named = (names[imported.path] + code for imported, code in zip(module.imports, module.code[1:], strict=True))
        exported = ", ".join(module.exported)
        return f"const {names[path]} = (() => {{\n{module.code[0]}{''.join(named)}\nreturn {{ {exported} }};\n}})();"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _module(path: Path, alone: bool = False) -> _Module:
    """Read a script; one that stands alone may not import others."""
    imports: list[_Import] = []
    later: dict[Path, str] = {}
    exported: list[str] = []
    # What marks our cuts stands in no script as it is: a string that has it has its escape instead.
    lines = path.read_text(encoding="utf-8-sig").replace(CUT, "\\0").split("\n")
    for place, written in enumerate(lines):
        # Most lines are neither: searching all of a script for forms takes as long as a lesson.
        line = lines[place] = _ask_later(path, written, place, later) if "import(" in written else written
        if line.lstrip().startswith(("import", "export")) and STATEMENT.match(line):
            taken, given = IMPORT.fullmatch(line), EXPORT.match(line)
            if taken:
                names = tuple(each.partition(" as ")[0].strip() for each in taken[1].split(","))
                imports.append(_Import(_imported(path, taken[2], line, place), names, place))
                lines[place] = f"const {{ {taken[1].replace(' as ', ': ')} }} = {CUT};"
            elif given:
                exported.append(given[2])
                lines[place] = line.removeprefix("export ")
            else:
                form = 'import { a } from "./file.js";'
                message = text("Write {form} on one line, and export before function, class or const.", form=form)
                raise _broken(path, place, message, line)
        if alone and (imports or later):
            # What it imported would be there twice, with a state of its own.
            message = text("This script is loaded later, by import(…), and cannot import others itself.")
            raise _broken(path, place, message, line)
    return _Module(tuple(imports), later, tuple(exported), tuple("\n".join(lines).strip().split(CUT)))


def _ask_later(path: Path, line: str, place: int, later: dict[Path, str]) -> str:
    """The line with what it imports later asked for by address; `later` gets the files."""

    def asked(found: re.Match[str]) -> str:
        imported = _imported(path, found[1], found[0], place)
        module = _module(imported, alone=True)
        later[imported] = file_of(module.code[0], list(module.exported))
        return asking(imported, later[imported])

    done = LATER.sub(asked, line)
    if CALL.search(done):
        message = text("Write {form}: one script, by its name in double quotes.", form='import("./file.js")')
        raise _broken(path, place, message, line)
    return done


def _imported(path: Path, name: str, said: str, place: int) -> Path:
    found = Path(os.path.normpath(path.parent / name))
    if not found.is_file():
        raise _broken(path, place, text("There is no script {name}.", name=name), said)
    return found


def _broken(path: Path, place: int, message: Text, line: str) -> BundleError:
    return BundleError(Problem(path, place + 1, message, line))
