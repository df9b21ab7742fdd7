"""`assignment.toml` and `course.toml`: validators return problems, and the reader of a file decides."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, time
from pathlib import Path
from typing import Any

from cnnlab.course.model import Limits, Training
from cnnlab.course.site_address import is_site
from cnnlab.errors import CourseError
from cnnlab.messages import Language, Text, text


@dataclass(frozen=True)
class Key:
    """One key of a file: when its value is right, and how to say what is allowed."""

    allowed: Text
    accepts: Callable[[Any], bool]
    required: bool = True


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _is_identifier(value: Any) -> bool:
    return isinstance(value, str) and value.isidentifier()


def _is_identifiers(value: Any) -> bool:
    return isinstance(value, list) and all(_is_identifier(each) for each in value)


def _is_positive(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= 86_400


LANGUAGES = {language.value: Key(text("a text"), _is_word) for language in Language}


def _is_memory(value: Any) -> bool:
    return type(value) is int and 64 <= value <= 1_048_576


def _is_names(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_word, value.values()))


def _is_framework(value: Any) -> bool:
    return value in ("torch", "keras")


def _is_small(value: Any) -> bool:
    return type(value) is int and 1 <= value <= 64


def _is_count(value: Any) -> bool:
    return type(value) is int and 1 <= value <= 10**9


LIMITS = {
    field.name: Key(text("a number above 0 and at most 86400"), _is_positive, required=False)
    for field in fields(Limits)
}
LIMITS["memory_mb"] = Key(text("a whole number of 64 or more"), _is_memory, required=False)
LIMITS["threads"] = LIMITS["reply_mb"] = Key(text("a whole number from 1 to 64"), _is_small, required=False)
TRAINING = {
    field.name: Key(text('"torch" or "keras"'), _is_framework, required=False)
    if field.type is str
    else Key(text("a number above 0 and at most 86400"), _is_positive, required=False)
    if field.type is float
    else Key(text("a whole number of 1 or more"), _is_count, required=False)
    for field in fields(Training)
}
ASSIGNMENT = {
    "lesson": Key(text("a text, such as 07-pooling"), _is_word),
    "module": Key(text("the name of a Python module, such as pooling"), _is_identifier),
    "imports": Key(text('a list of package names, such as ["numpy"]'), _is_identifiers),
    "title": Key(text("a table with ko and en"), lambda value: isinstance(value, dict)),
    "limits": Key(text("a table"), lambda value: isinstance(value, dict), required=False),
    "training": Key(text("a table"), lambda value: isinstance(value, dict), required=False),
    "stands_for": Key(text('a table of names, such as logits = "SimpleCNN"'), _is_names, required=False),
}
COURSE = {
    "name": Key(text("a table with ko and en"), lambda value: isinstance(value, dict)),
    "due": Key(text("a table of due dates"), lambda value: isinstance(value, dict), required=False),
    "late": Key(text("a table"), lambda value: isinstance(value, dict), required=False),
    "site": Key(text("an address such as https://example.org/cnn, or a folder"), is_site, required=False),
}


def problems(table: Mapping[str, Any], keys: Mapping[str, Key], prefix: str = "") -> list[Text]:
    """What is wrong with a table: missing, unknown and ill-typed keys, each with what is allowed."""
    found = [
        text("The key {key} is missing; it must be {allowed}.", key=prefix + name, allowed=key.allowed)
        for name, key in keys.items()
        if key.required and name not in table
    ]
    for name, value in table.items():
        if name not in keys:
            allowed = ", ".join(prefix + each for each in keys)
            found.append(text("The key {key} is unknown; allowed are: {allowed}.", key=prefix + name, allowed=allowed))
        elif not keys[name].accepts(value):
            found.append(
                text(
                    "The key {key} is {value}; it must be {allowed}.",
                    key=prefix + name,
                    value=value.isoformat() if isinstance(value, (date, time)) else repr(value),
                    allowed=keys[name].allowed,
                )
            )
    return found


def read_table(
    path: Path, keys: Mapping[str, Key], nested: Mapping[str, Mapping[str, Key]], free: bool = False
) -> dict[str, Any]:
    """Read a TOML file and check it, its inner tables too. A `free` one may have other tables besides.

    Raises:
        CourseError: naming the file, the key and what is allowed.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CourseError(
            text("{path} cannot be read: {reason}.", path=path, reason=error.strerror or str(error))
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(text("{path} is not valid TOML: {reason}.", path=path, reason=str(error))) from error
    found = problems({name: table[name] for name in table if name in keys} if free else table, keys)
    for name, inner in nested.items():
        if isinstance(table.get(name), dict):
            found += problems(table[name], inner, prefix=f"{name}.")
    if found:
        raise CourseError(text("{path}: {problem}", path=path, problem=found[0]))
    return table


def languages(table: Mapping[str, str]) -> dict[Language, str]:
    """A table with one text per language."""
    return {language: table[language.value] for language in Language}


def limits(table: Mapping[str, float]) -> Limits:
    """The limits of an assignment; those that are not written keep their default."""
    return Limits(**table)  # type: ignore[arg-type]
