"""The head of a lesson: TOML between two lines of `+++`, told apart from the Markdown below."""

import difflib
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from cnnlab.lectures.model import Lesson, Problem
from cnnlab.messages import Language, text

FENCE = "+++"
SLUG = re.compile(r"[0-9]{2}(-[a-z0-9]+)+")
KEYS: Mapping[str, type] = {"title": str, "summary": str, "minutes": int, "assignment": str}
REQUIRED = ("title", "summary")
LINE_OF_TOML = re.compile(r"at line (\d+)")


def parse_lesson(path: Path, language: Language, source: str) -> Lesson | tuple[Problem, ...]:
    """A lesson, or what is wrong with its head."""
    if not SLUG.fullmatch(path.stem):
        return (Problem(path, 1, text("The name of a lesson is a number and words, such as 07-pooling.md.")),)
    lines = source.split("\n")
    if lines[0].strip() != FENCE or FENCE not in [line.strip() for line in lines[1:]]:
        return (
            Problem(
                path, 1, text("A lesson begins with TOML between two lines of +++ ; at least `title` and `summary`.")
            ),
        )
    end = next(place for place, line in enumerate(lines) if place and line.strip() == FENCE)
    try:
        table = tomllib.loads("\n".join([*lines[1:end], ""]))
    except tomllib.TOMLDecodeError as error:
        found = LINE_OF_TOML.search(str(error))
        line = int(found[1]) + 1 if found else 1
        return (Problem(path, line, text("This is no TOML: {reason}.", reason=str(error)), lines[min(line, end) - 1]),)
    problems = tuple(_problems(path, table, lines[:end]))
    if problems:
        return problems
    return Lesson(
        slug=path.stem,
        language=language,
        path=path,
        title=table["title"],
        summary=table["summary"],
        minutes=table.get("minutes"),
        assignment=table.get("assignment"),
        body="\n".join(lines[end + 1 :]),
        first_line=end + 2,
    )


def _problems(path: Path, table: Mapping[str, object], head: list[str]) -> list[Problem]:
    found = [
        Problem(path, 1, text("`{key}` is missing from the head of the lesson.", key=key))
        for key in REQUIRED
        if key not in table
    ]
    for key, value in table.items():
        line = next((place for place, words in enumerate(head, 1) if words.lstrip().startswith(key)), 1)
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, n=1)
            known = near[0] if near else ", ".join(KEYS)
            found.append(Problem(path, line, text("There is no key `{key}`; use {known}.", key=key, known=known)))
        elif type(value) is not KEYS[key] or value == "":
            kind = text("a whole number") if KEYS[key] is int else text("words in quotes")
            found.append(Problem(path, line, text("`{key}` has to be {kind}.", key=key, kind=kind)))
    return found
