"""Bring the Korean catalogue up to date: collect every message, keep what is translated, compile.

Messages stand in `text("...")`, in `help="..."` of commands, and in the first lines of checks' docstrings.
Run it with `make messages`; it ends with 1 and a list where a translation is missing.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "cnnlab" / "locale" / "ko" / "LC_MESSAGES" / "cnnlab.po"
# What click itself says here, and the one heading of ours that is no help text; a pair is singular and plural.
OF_CLICK: tuple[str | tuple[str, str], ...] = (
    "Usage:",
    "Options",
    "Commands",
    "Example",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Show this message and exit.",
    "Show the version and exit.",
    "default: {default}",
    "Missing command.",
    "Missing argument",
    "No such option {name!r}.",
    "No such command {name!r}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    "Option {name!r} does not take a value.",
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    "Invalid value for {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "{value} is not in the range {range}.",
    "{name} {filename!r} does not exist.",
    "{name} {filename!r} is a directory.",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is not readable.",
    "file",
    "directory",
    "path",
)


def messages() -> Iterator[tuple[str | tuple[str, str], str]]:
    """Every message with the file it stands in."""
    for path in sorted((ROOT / "cnnlab").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((words, path.relative_to(ROOT).as_posix()) for words in _said(node))
    for path in sorted(ROOT.glob("assignments/*/test_*.py")) + sorted(ROOT.glob("solutions/*/grader/test_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield (ast.get_docstring(node) or "").splitlines()[0], path.relative_to(ROOT).as_posix()
    yield from ((words, "click") for words in OF_CLICK)


def _said(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    found = [keyword.value for keyword in call.keywords if keyword.arg == "help"]
    if name == "text" and call.args:
        found.append(call.args[0])
    for each in found:
        words = each.value if isinstance(each, ast.Constant) else None
        if isinstance(words, str) and words.strip("{}").strip() and not _only_a_value(words):
            yield words


def _only_a_value(words: str) -> bool:
    return words.startswith("{") and words.endswith("}") and words.count("{") == 1


def update() -> list[str]:
    """Write .po and .mo; return what is not translated."""
    old = read_po(CATALOGUE.open("rb"), locale="ko") if CATALOGUE.exists() else Catalog(locale="ko")
    new = Catalog(locale="ko", project="cnnlab", version="0.1.0", fuzzy=False)
    new.creation_date = new.revision_date = old.creation_date
    for words, path in messages():
        known = old.get(words)
        same = known is not None and known.pluralizable == isinstance(words, tuple)
        new.add(words, known.string if same else "", locations=[(path, None)])
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    with CATALOGUE.open("wb") as stream:
        write_po(stream, new, width=100, sort_output=True, ignore_obsolete=True)
    with CATALOGUE.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, new)
    return [str(message.id) for message in new if message.id and not _is_translated(message)]


def _is_translated(message: Message) -> bool:
    # Korean has one form for singular and plural.
    return bool(message.string[0] if message.pluralizable else message.string)


if __name__ == "__main__":
    missing = update()
    for words in missing:
        print(f"no translation: {words}")
    sys.exit(1 if missing else 0)
