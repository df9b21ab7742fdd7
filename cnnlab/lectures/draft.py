"""A lesson while it is being rendered: the pages' words at hand, and a place for everything met on the way."""

from dataclasses import replace

from cnnlab.lectures.memory import Memory
from cnnlab.lectures.model import Lesson, Link, Page, Problem, Section, Snippet, Sources
from cnnlab.messages import Language, Text


class Draft:
    """Collects what a lesson holds. It lives for one lesson, and `page` ends it."""

    def __init__(self, lesson: Lesson, sources: Sources, memory: Memory) -> None:
        self.lesson = lesson
        self.sources = sources
        self.memory = memory
        self.sections = [Section("", lesson.title, 1, 1)]
        self._words: dict[int, list[str]] = {0: [lesson.summary]}
        self.links: list[Link] = []
        self.snippets: list[Snippet] = []
        self.terms: list[str] = []
        self.widgets: list[str] = []
        self.figures: list[str] = []
        self.quizzes = 0
        self._lines = lesson.body.split("\n")
        self._problems: list[Problem] = []

    @property
    def language(self) -> Language:
        """The language the lesson is written in."""
        return self.lesson.language

    def say(self, key: str) -> str:
        """A word of the site itself, from `[page]` in words.toml."""
        said = self.sources.words.get("page", {}).get(key)
        return said[self.language] if said else f"[{key}]"

    def problem(self, line: int, message: Text) -> None:
        """Note what the author has to mend; `line` counts from the beginning of the lesson's file."""
        excerpt = self.line(line - self.lesson.first_line)
        self._problems.append(Problem(self.lesson.path, line, message, excerpt))

    def line(self, place: int) -> str:
        """A line of the lesson's text without the space around it, counted from 0; nothing where there is none."""
        return self._lines[place].strip() if 0 <= place < len(self._lines) else ""

    def add_words(self, words: str) -> None:
        """Plain words of the section at hand."""
        self._words.setdefault(len(self.sections) - 1, []).append(words)

    def add_term(self, slug: str) -> None:
        """A term of the glossary that is used here."""
        if slug not in self.terms:
            self.terms.append(slug)
        section = self.sections[-1]
        if slug not in section.terms:
            self.sections[-1] = replace(section, terms=(*section.terms, slug))

    def page(self, html: str) -> Page:
        """What came of it."""
        return Page(
            self.lesson,
            html,
            tuple(
                replace(section, words=" ".join(" ".join(self._words.get(place, ())).split()))
                for place, section in enumerate(self.sections)
            ),
            tuple(self.links),
            tuple(self.snippets),
            tuple(self.terms),
            tuple(self.widgets),
            tuple(self._problems),
        )
