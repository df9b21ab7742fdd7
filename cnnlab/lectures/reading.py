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
from cnnlab.lectures.sitemap import PUBLISHED
from cnnlab.messages import Language, text

FOLDER = "site"
# Windows editors put a mark before the first letter; it is no part of the text.
UTF8 = "utf-8-sig"
NEEDED = ("words.toml", "scripts", "styles", "templates")


def read_sources(course: Course) -> Sources:
    """Read lessons, glossary and words.

    Raises:
        UsageError: where the course has no lectures, or its site lacks what every site has.
    """
    root = course.root / FOLDER
    if not (root / "lessons").is_dir():
        raise UsageError(text("{path} has no folder site/lessons, so there is no site to build.", path=course.root))
    missing = [name for name in NEEDED if not (root / name).exists()]
    if missing:
        raise UsageError(
            text(
                "{path} has no {names}; copy them from the site that comes with cnnlab.",
                path=root,
                names=", ".join(missing),
            )
        )
    problems: list[Problem] = []
    lessons = {(each.language, each.slug): each for each in _lessons(root, problems)}
    glossary = {slug: _term(root, slug, entry, problems) for slug, entry in _table(root / "glossary.toml", problems)}
    words = {
        group: {key: _said(root / "words.toml", f"{group}.{key}", value, problems) for key, value in entries.items()}
        for group, entries in _table(root / "words.toml", problems)
    }
    assignments = {slug: catalogue.find(course, slug).title for slug in catalogue.slugs(course)}
    published = course.site if course.site.startswith(PUBLISHED) else ""
    problems += [problem for lesson in lessons.values() for problem in _unknown_assignment(lesson, assignments)]
    return Sources(root, lessons, glossary, words, assignments, course.name, tuple(problems), published)


def _lessons(root: Path, problems: list[Problem]) -> Iterator[Lesson]:
    for language in LANGUAGES:
        numbers: dict[str, Path] = {}
        for path in sorted((root / "lessons" / language.value).glob("*.md")):
            try:
                source = path.read_text(encoding=UTF8).replace("\r\n", "\n")
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


def _unknown_assignment(lesson: Lesson, known: Mapping[str, Said]) -> Iterator[Problem]:
    if lesson.assignment is not None and lesson.assignment not in known:
        lines = lesson.path.read_text(encoding=UTF8).splitlines()
        line = next((at for at, words in enumerate(lines, 1) if words.startswith("assignment")), 1)
        listed = ", ".join(known)
        message = text("There is no assignment {name}; there are: {known}.", name=lesson.assignment, known=listed)
        yield Problem(lesson.path, line, message)


def _table(path: Path, problems: list[Problem]) -> list[tuple[str, Mapping[str, Any]]]:
    try:
        table = tomllib.loads(path.read_text(encoding=UTF8))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        line = re.search(r"at line (\d+)", str(error))
        problems.append(Problem(path, int(line[1]) if line else 1, text("This is no TOML: {reason}.", reason=error)))
        return []
    for key in [key for key, entry in table.items() if not isinstance(entry, Mapping)]:
        place = _line_of(path, key)
        problems.append(
            Problem(path, place, text("`{key}` stands in no table: write [{key}], and its words below.", key=key))
        )
        del table[key]
    return list(table.items())


def _term(root: Path, slug: str, entry: Mapping[str, Any], problems: list[Problem]) -> Term:
    path = root / "glossary.toml"
    name = _said(path, slug, entry, problems)
    definition = _said(path, f"{slug}.definition", entry.get("definition", {}), problems)
    lesson = entry.get("lesson")
    if lesson is not None and not isinstance(lesson, str):
        line = _line_of(path, f"{slug}.lesson")
        problems.append(
            Problem(path, line, text("`{key}` has to be {kind}.", key="lesson", kind=text("words in quotes")))
        )
        lesson = None
    return Term(slug, name, definition, lesson)


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
    lines = path.read_text(encoding=UTF8).splitlines()
    opens = re.compile(rf"\[{re.escape(first)}\]|{re.escape(first)}\s*=")
    table = next((place for place, line in enumerate(lines, 1) if opens.match(line.strip())), 1)
    below = (place for place, line in enumerate(lines[table:], table + 1) if last and line.startswith(last))
    return next(below, table)
