"""Everything people read is said in Korean too: each message, each help, each title, with the same placeholders."""

import ast
import io
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from cnnlab.messages.catalogue import LOCALES

ROOT = Path(__file__).resolve().parents[2]
PO = LOCALES / "ko" / "LC_MESSAGES" / "cnnlab.po"
# Written like this in Korean too, as the glossary has it.
NAMES = {"ReLU"}
TITLED = sorted([*ROOT.glob("assignments/*/test_*.py"), *ROOT.glob("solutions/*/grader/test_*.py")])


def parsed(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def calls():
    """Every call in cnnlab, with the file it stands in."""
    for path in sorted((ROOT / "cnnlab").rglob("*.py")):
        yield from ((path, node) for node in ast.walk(parsed(path)) if isinstance(node, ast.Call))


def is_text(call):
    return isinstance(call.func, ast.Name) and call.func.id == "text"


def placeholders(words):
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def has_words(template):
    """Whether anything but placeholders, punctuation and Python is in it."""
    return template != "None" and any(
        part and any(letter.isalpha() for letter in part) for part, *_ in Formatter().parse(template)
    )


def constant(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


TEMPLATES = sorted({constant(call.args[0]) or "" for _, call in calls() if is_text(call) and call.args} - {""})
HELPS = sorted(
    {constant(keyword.value) for _, call in calls() for keyword in call.keywords if keyword.arg == "help"} - {None}
)
TITLES = sorted(
    {
        ast.get_docstring(node).splitlines()[0]
        for path in TITLED
        for node in parsed(path).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
)


@pytest.fixture(scope="module")
def korean():
    """The catalogue as its translator wrote it."""
    with PO.open("rb") as stream:
        return read_po(stream, locale="ko")


def untranslated(catalogue, messages):
    """Those that have no Korean, or have English for it."""
    found = {words: catalogue.get(words) for words in messages if words not in NAMES}
    return [
        words for words, message in found.items() if message is None or not message.string or message.string == words
    ]


def test_there_is_something_to_translate():
    assert len(TEMPLATES) > 60
    assert len(HELPS) > 12
    assert len(TITLES) > 30


def test_every_message_has_korean(korean):
    assert untranslated(korean, [words for words in TEMPLATES if has_words(words)]) == []


def test_every_help_has_korean(korean):
    assert untranslated(korean, HELPS) == []


def test_every_title_of_a_check_has_korean(korean):
    assert untranslated(korean, TITLES) == []


def test_no_title_has_a_full_stop():
    assert [words for words in TITLES if words.endswith(".")] == []


def test_korean_has_the_placeholders_of_the_english(korean):
    for message in korean:
        if message.id and message.string and not message.pluralizable:
            assert placeholders(message.string) == placeholders(message.id), message.id


def test_korean_keeps_commands_and_code(korean):
    """What stands in backticks is typed, and typed in the same way by everyone."""
    for message in korean:
        if message.id and message.string and not message.pluralizable:
            assert set(message.id.split("`")[1::2]) <= set(message.string.split("`")[1::2]), message.id


def test_korean_is_written_in_hangul(korean):
    plain = [message for message in korean if message.id and not message.pluralizable and has_words(message.id)]
    assert [m.id for m in plain if m.id not in NAMES and not any("가" <= letter <= "힣" for letter in m.string)] == []


def test_no_translation_is_uncertain_or_left_over(korean):
    assert [message.id for message in korean if message.id and message.fuzzy] == []
    assert korean.obsolete == {}


def test_the_compiled_catalogue_is_the_written_one(korean):
    compiled = io.BytesIO()
    write_mo(compiled, korean)
    assert PO.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_messages_are_written_out_where_they_are_said():
    """A message that is put together at run time is in no catalogue."""
    assert [
        f"{path.name}:{call.lineno}"
        for path, call in calls()
        if is_text(call) and (not call.args or constant(call.args[0]) is None)
    ] == []


def test_messages_are_given_the_values_they_speak_of():
    for path, call in calls():
        if is_text(call) and constant(call.args[0]) is not None:
            given = {keyword.arg for keyword in call.keywords}
            assert given == placeholders(constant(call.args[0])), f"{path.name}:{call.lineno}"
