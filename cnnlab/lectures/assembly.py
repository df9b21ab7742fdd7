"""From sources to the files of a site, all in memory: nothing is written before everything is known."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cnnlab.lectures import search_index, widgets
from cnnlab.lectures.bundle import BundleError, Modules
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.model import LANGUAGES, Page, Problem, Sources
from cnnlab.lectures.rendering import render_lessons
from cnnlab.lectures.shell import Shell
from cnnlab.lectures.sitemap import NAME, sitemap
from cnnlab.lectures.templates import BrokenTemplate
from cnnlab.messages import Language

Pages = Mapping[tuple[Language, str], Page]


@dataclass(frozen=True)
class Assembled:
    """A site: its files by their path in the output folder, the pages they came from, and what is wrong."""

    files: Mapping[str, bytes]
    pages: Pages
    problems: tuple[Problem, ...]


def assemble(sources: Sources, memory: Memory) -> Assembled:
    """Render all lessons, then all pages. A lesson that is as it was, in surroundings that are as they were, is not rendered anew."""
    around = _surroundings(sources)
    pages = _pages(sources, memory, around)
    memory.pages = {(page.lesson, around): page for page in pages.values()}
    problems = [*sources.problems, *widgets.problems(sources.root)]
    problems += [problem for page in pages.values() for problem in page.problems]
    files: dict[str, str] = {"assets/site.css": _styles(sources.root)}
    try:
        files |= _scripts(sources, pages)
        files |= dict(_searches(sources, pages))
        versions = {name: hashlib.sha256(content.encode()).hexdigest()[:8] for name, content in files.items()}
        shown = dict(Shell(sources, pages, versions).pages())
        files |= shown
        if sources.published:
            files[NAME] = sitemap(sources.published, shown.keys())
    except BundleError as error:
        problems.append(error.problem)
    except BrokenTemplate as error:
        problems.append(error.problem)
    images = {f"images/{path.name}": path.read_bytes() for path in sorted((sources.root / "images").glob("*.*"))}
    encoded = {name: content.encode() for name, content in files.items()}
    return Assembled(encoded | images, pages, tuple(problems))


def _pages(sources: Sources, memory: Memory, around: str) -> Pages:
    lessons = sources.lessons.values()
    pages = [memory.pages[lesson, around] for lesson in lessons if (lesson, around) in memory.pages]
    pages += render_lessons([each for each in lessons if (each, around) not in memory.pages], sources, memory)
    found = {(page.lesson.language, page.lesson.slug): page for page in pages}
    return {key: found[key] for key in sources.lessons}


def _surroundings(sources: Sources) -> str:
    """A fingerprint of all that a lesson's page depends on besides the lesson: words, terms, and the files of figures, widgets and images."""
    total = hashlib.sha256(repr((sources.glossary, sources.words, sources.assignments)).encode())
    for folder in ("figures", "widgets", "images"):
        for path in sorted((sources.root / folder).rglob("*")):
            if path.is_file():
                about = path.stat()
                total.update(f"{path} {about.st_mtime_ns} {about.st_size}\n".encode())
    return total.hexdigest()


def script_of(slug: str, pages: Pages) -> str:
    """The one script of a lesson: that of all pages, or one of its own where it has widgets."""
    return f"assets/{slug}.js" if _widgets_of(slug, pages) else "assets/site.js"


def _widgets_of(slug: str, pages: Pages) -> tuple[str, ...]:
    used = [name for language in LANGUAGES if (language, slug) in pages for name in pages[language, slug].widgets]
    return tuple(dict.fromkeys(used))


def _styles(root: Path) -> str:
    return "".join(path.read_text(encoding="utf-8-sig") for path in sorted((root / "styles").glob("*.css")))


def _scripts(sources: Sources, pages: Pages) -> dict[str, str]:
    root, modules = sources.root, Modules()
    shell = root / "scripts" / "site.js"
    said = {
        key: {language.value: words[language] for language in LANGUAGES}
        for key, words in sources.words.get("script", {}).items()
    }
    made = {"assets/site.js": modules.bundle(shell, {}, {"words": said}).script}
    for slug in sources.slugs:
        used = _widgets_of(slug, pages)
        if used:
            own = {name: widgets.words(root, name) for name in used}
            scripts = {name: root / "widgets" / f"{name}.js" for name in used}
            both = modules.bundle(shell, scripts, {"words": said, "widgetWords": own})
            made[script_of(slug, pages)] = both.script
            made |= {f"assets/{name}": content for name, content in both.later.items()}
    return made


def _searches(sources: Sources, pages: Pages) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        known = [pages[language, slug] for slug in sources.slugs if (language, slug) in pages]
        yield f"assets/search-{language.value}.js", search_index.script(search_index.entries(known, sources.glossary))
