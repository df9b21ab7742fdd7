"""What must hold of a whole site: links lead somewhere, languages are parallel, pages are sound, snippets print what is said."""

import re
from collections.abc import Iterator
from pathlib import Path

from cnnlab.course import Course
from cnnlab.lectures import snippets, validity, wording
from cnnlab.lectures.assembly import Assembled, Pages
from cnnlab.lectures.model import LANGUAGES, Page, Problem, Sources
from cnnlab.messages import Language, Text, text

NAMED = re.compile(r"\b([01][0-9]-[a-z-]+)#([a-z-]+)")
MARK = re.compile(r'<(figure) class="figure"|data-widget="([a-z-]+)"|class="box ([a-z]+)"')


def check(course: Course, sources: Sources, site: Assembled) -> list[Problem]:
    """Every problem, those of reading and rendering first."""
    found = list(site.problems)
    found += [problem for page in site.pages.values() for problem in _dead_links(page, site.pages)]
    found += _dead_terms(sources, site.pages)
    found += _parallel(sources, site.pages)
    found += _named_anchors(course.root, site.pages)
    found += [problem for page in site.pages.values() for problem in wording.problems_of_page(page)]
    found += wording.problems_of_words(sources)
    for name, content in site.files.items():
        if name.endswith(".html"):
            found += [Problem(Path(name), line, message) for line, message in validity.problems(content.decode())]
    found += [problem for page in site.pages.values() for problem in snippets.problems(page)]
    return found


def _anchors(page: Page) -> list[str]:
    return [section.anchor for section in page.sections if section.anchor]


def _dead_links(page: Page, pages: Pages) -> Iterator[Problem]:
    for link in page.links:
        slug, _, anchor = link.target.partition("#")
        message = _dead(page.lesson.language, slug or page.lesson.slug, anchor, pages)
        if message is not None:
            yield Problem(page.lesson.path, link.line, message)


def _dead(language: Language, slug: str, anchor: str, pages: Pages) -> Text | None:
    target = pages.get((language, slug))
    if target is None:
        return text("The lesson {slug} is not written.", slug=slug)
    if anchor and anchor not in _anchors(target):
        known = ", ".join(_anchors(target))
        return text(
            "The lesson {slug} has no section {anchor}; it has: {known}.", slug=slug, anchor=anchor, known=known
        )
    return None


def _dead_terms(sources: Sources, pages: Pages) -> Iterator[Problem]:
    path = sources.root / "glossary.toml"
    for term in sources.glossary.values():
        if term.lesson:
            slug, _, anchor = term.lesson.partition("#")
            message = _dead(Language.KOREAN, slug, anchor, pages)
            if message is not None:
                lines = path.read_text(encoding="utf-8").splitlines()
                line = next((at for at, words in enumerate(lines, 1) if words.strip() == f"[{term.slug}]"), 1)
                yield Problem(path, line, message)


def _parallel(sources: Sources, pages: Pages) -> Iterator[Problem]:
    for slug in sources.slugs:
        ko, en = (pages.get((language, slug)) for language in LANGUAGES)
        if ko is None or en is None:
            there = ko or en
            assert there is not None
            missing = "en" if en is None else "ko"
            message = text(
                "This lesson has no translation: write lessons/{language}/{name}.",
                language=missing,
                name=there.lesson.path.name,
            )
            yield Problem(there.lesson.path, 1, message)
            continue
        for what, mine, theirs in (
            (text("the anchors"), _anchors(ko), _anchors(en)),
            (text("figures, widgets, quizzes and boxes"), _marks(ko), _marks(en)),
            (text("the number of snippets with output"), [_outputs(ko)], [_outputs(en)]),
            (text("minutes and assignment"), _head(ko), _head(en)),
        ):
            if mine != theirs:
                message = text(
                    "The languages differ in {what}: ko has {mine}, en has {theirs}.",
                    what=what,
                    mine=", ".join(map(str, mine)),
                    theirs=", ".join(map(str, theirs)),
                )
                yield Problem(en.lesson.path, 1, message)


def _marks(page: Page) -> list[str]:
    return ["".join(found) for found in MARK.findall(page.html)]


def _outputs(page: Page) -> int:
    return sum(snippet.output is not None for snippet in page.snippets)


def _head(page: Page) -> list[object]:
    return [page.lesson.minutes, page.lesson.assignment]


def _named_anchors(root: Path, pages: Pages) -> Iterator[Problem]:
    """Sections that checks and misconceptions send students to; a lesson that is not written is told of once."""
    told: set[str] = set()
    for path in sorted([*root.glob("assignments/**/*"), *root.glob("solutions/**/*")]):
        if path.suffix not in (".py", ".toml", ".md"):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for slug, anchor in NAMED.findall(line):
                message = _dead(Language.KOREAN, slug, anchor, pages)
                if message is None or slug in told:
                    continue
                if (Language.KOREAN, slug) not in pages:
                    told.add(slug)
                yield Problem(path, number, message, line.strip())
