"""From the folder `site/` to sources. What cannot be read becomes a problem; the rest is read all the same."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cnnlab.course import Course, catalogue
from cnnlab.errors import UsageError
from cnnlab.lectures.front_matter import parse_lesson
from cnnlab.lectures.model import LANGUAGES, Lesson, Problem, Said, Sources, Term
from cnnlab.messages import Language, text

FOLDER = "site"


def read_sources(course: Course) -> Sources:
    """Read lessons, glossary and words.

    Raises:
        UsageError: where the course has no lectures.
    """
    root = course.root / FOLDER
    if not (root / "lessons").is_dir():
        raise UsageError(text("{path} has no folder site/lessons, so there is no site to build.", path=course.root))
    problems: list[Problem] = []
    lessons = {(each.language, each.slug): each for each in _lessons(root, problems)}
    glossary = {slug: _term(root, slug, entry, problems) for slug, entry in _table(root / "glossary.toml", problems)}
    words = {
        group: {key: _said(root / "words.toml", f"{group}.{key}", value, problems) for key, value in entries.items()}
        for group, entries in _table(root / "words.toml", problems)
    }
    assignments = {slug: catalogue.find(course, slug).title for slug in catalogue.slugs(course)}
    return Sources(root, lessons, glossary, words, assignments, course.name, tuple(problems))


def _lessons(root: Path, problems: list[Problem]) -> Iterator[Lesson]:
    for language in LANGUAGES:
        numbers: dict[str, Path] = {}
        for path in sorted((root / "lessons" / language.value).glob("*.md")):
            try:
                source = path.read_text(encoding="utf-8").replace("\r\n", "\n")
            except (OSError, UnicodeDecodeError) as error:
                problems.append(Problem(path, 1, text("It cannot be read: {reason}. Save it as UTF-8.", reason=error)))
                continue
            lesson = parse_lesson(path, language, source)
            if not isinstance(lesson, Lesson):
                problems += lesson
                continue
            number = path.stem[:2]
            if number in numbers:
                other = numbers[number].name
                problems.append(
                    Problem(path, 1, text("{other} has the same number; give one of them another.", other=other))
                )
            numbers[number] = path
            yield lesson


def _table(path: Path, problems: list[Problem]) -> list[tuple[str, Mapping[str, Any]]]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        line = re.search(r"at line (\d+)", str(error))
        problems.append(Problem(path, int(line[1]) if line else 1, text("This is no TOML: {reason}.", reason=error)))
        return []
    return list(table.items())


def _term(root: Path, slug: str, entry: Mapping[str, Any], problems: list[Problem]) -> Term:
    path = root / "glossary.toml"
    name = _said(path, slug, entry, problems)
    definition = _said(path, f"{slug}.definition", entry.get("definition", {}), problems)
    return Term(slug, name, definition, entry.get("lesson"))


def _said(path: Path, key: str, value: Any, problems: list[Problem]) -> Said:
    said: dict[Language, str] = {}
    for language in LANGUAGES:
        words = value.get(language.value) if isinstance(value, Mapping) else None
        if not isinstance(words, str) or not words.strip():
            line = _line_of(path, key)
            problems.append(
                Problem(path, line, text("`{key}` has no words in `{language}`.", key=key, language=language.value))
            )
        said[language] = words if isinstance(words, str) else f"[{key}]"
    return said


def _line_of(path: Path, key: str) -> int:
    """Where a key is defined: its table, or its own line below it."""
    first, _, last = key.partition(".")
    lines = path.read_text(encoding="utf-8").splitlines()
    table = next((place for place, line in enumerate(lines, 1) if line.strip() == f"[{first}]"), 1)
    below = (place for place, line in enumerate(lines[table:], table + 1) if last and line.startswith(last))
    return next(below, table)
