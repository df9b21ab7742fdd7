"""Widgets: `widgets/<name>.js` with a function `mount`, and `widgets/<name>.toml` with its words in both languages."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from cnnlab.lectures.model import LANGUAGES, Problem
from cnnlab.messages import text

Words = Mapping[str, Mapping[str, str]]


def names(root: Path) -> list[str]:
    """Every widget there is: those scripts that have words."""
    return sorted(path.stem for path in (root / "widgets").glob("*.toml") if path.with_suffix(".js").is_file())


def words(root: Path, name: str) -> Words:
    """The words of a widget: key, then language. A broken file has a title all the same; `problems` tells of it."""
    try:
        found = _parsed((root / "widgets" / f"{name}.toml").read_text(encoding="utf-8-sig"))
    except ValueError:
        found = {}
    return {"title": {}} | found


def line_of(key: str, lines: Sequence[str]) -> int:
    """Where the words of a key stand: `key = {`, `key.ko =` or `[key]`."""
    opens = re.compile(rf"\[?{re.escape(key)}[\].=\s]")
    return next((at for at, line in enumerate(lines, 1) if opens.match(line)), 1)


@lru_cache(maxsize=64)
def _parsed(source: str) -> dict[str, Any]:
    """Read once, however many pages show the widget."""
    return tomllib.loads(source)


def problems(root: Path) -> list[Problem]:
    """Widgets whose words are broken, or missing in a language."""
    found = []
    for name in names(root):
        path = root / "widgets" / f"{name}.toml"
        source = path.read_text(encoding="utf-8-sig")
        lines = source.splitlines()
        try:
            _parsed(source)
        except ValueError as error:
            found.append(Problem(path, 1, text("This is no TOML: {reason}.", reason=error)))
            continue
        for key, said in words(root, name).items():
            for language in LANGUAGES:
                if not isinstance(said, dict) or not str(said.get(language.value, "")).strip():
                    line = line_of(key, lines)
                    message = text("`{key}` has no words in `{language}`.", key=key, language=language.value)
                    found.append(Problem(path, line, message))
    return found
