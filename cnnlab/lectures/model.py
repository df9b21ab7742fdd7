"""What a lecture site is made of, as frozen data. A problem is a value too: callers decide what it costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cnnlab.messages import Language, Text

LANGUAGES = (Language.KOREAN, Language.ENGLISH)
Said = Mapping[Language, str]


@dataclass(frozen=True)
class Problem:
    """Something an author has to mend: where it stands, and a sentence that says how."""

    path: Path
    line: int
    message: Text
    excerpt: str = ""


@dataclass(frozen=True)
class Term:
    """An entry of the glossary. `lesson` is where it is explained, as `07-pooling#definition`."""

    slug: str
    name: Said
    definition: Said
    lesson: str | None


@dataclass(frozen=True)
class Lesson:
    """One lesson in one language: its front matter and the Markdown below it, which begins in `first_line`."""

    slug: str
    language: Language
    path: Path
    title: str
    summary: str
    minutes: int | None
    assignment: str | None
    body: str
    first_line: int

    @property
    def number(self) -> int:
        """7 for `07-pooling`."""
        return int(self.slug.split("-", 1)[0])


@dataclass(frozen=True)
class Section:
    """What stands under a heading, as plain words: for the contents of the page, and for the search."""

    anchor: str
    title: str
    level: int
    line: int
    words: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """Where a lesson points: another lesson, a section of its own, or the world."""

    target: str
    line: int


@dataclass(frozen=True)
class Snippet:
    """A Python block; `output` is what the lesson says it prints, None where it says nothing.

    It is run only where every package that it `needs` is installed.
    """

    line: int
    source: str
    output: str | None = None
    output_line: int = 0
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A rendered lesson and all that was met on the way."""

    lesson: Lesson
    html: str
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    terms: tuple[str, ...] = ()
    widgets: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Sources:
    """All that a site is built from. `words` are the site's own words, by group and key; `published` is the site's address, or empty."""

    root: Path
    lessons: Mapping[tuple[Language, str], Lesson]
    glossary: Mapping[str, Term]
    words: Mapping[str, Mapping[str, Said]]
    assignments: Mapping[str, Said]
    name: Said
    problems: tuple[Problem, ...] = field(default=())
    published: str = ""

    @property
    def slugs(self) -> tuple[str, ...]:
        """Every lesson that exists in some language, in order."""
        return tuple(sorted({slug for _, slug in self.lessons}))
