"""The pages around the lessons: navigation, contents, glossary. What is the same on all pages is made once."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from cnnlab.lectures.links import href_of
from cnnlab.lectures.model import LANGUAGES, Page, Sources, Term
from cnnlab.lectures.templates import environment, render
from cnnlab.messages import Language

OTHER = {Language.KOREAN: Language.ENGLISH, Language.ENGLISH: Language.KOREAN}
Pages = Mapping[tuple[Language, str], Page]


class Shell:
    """Renders every page of a site; it holds the templates, and the fingerprints of scripts and styles."""

    def __init__(self, sources: Sources, pages: Pages, versions: Mapping[str, str]) -> None:
        self._sources = sources
        self._pages = pages
        self._versions = versions
        self._templates = environment(sources.root)
        words = sources.words.get("page", {})
        self._listed = {language: self._lessons(language) for language in LANGUAGES}
        self._said = {language: {key: said[language] for key, said in words.items()} for language in LANGUAGES}

    def pages(self) -> Iterator[tuple[str, str]]:
        """Path and content of every page."""
        yield "index.html", self._render("languages.html", Language.KOREAN, "", root="")
        for language in LANGUAGES:
            folder = language.value
            yield f"{folder}/index.html", self._render("index.html", language, "index")
            yield (
                f"{folder}/glossary.html",
                self._render("glossary.html", language, "glossary", terms=self._all_terms(language)),
            )
            for place, slug in enumerate(self._sources.slugs):
                yield f"{folder}/{slug}.html", self._lesson(language, slug, place)

    def _lesson(self, language: Language, slug: str, place: int) -> str:
        page = self._pages.get((language, slug)) or self._pages[OTHER[language], slug]
        slugs = self._sources.slugs
        lessons = self._listed[language]
        return self._render(
            "lesson.html",
            language,
            slug,
            lesson=page.lesson,
            body=Markup(page.html),
            sections=[section for section in page.sections if section.level == 2],
            untranslated=page.lesson.language is not language,
            previous=lessons[place - 1] if place else None,
            next=lessons[place + 1] if place + 1 < len(slugs) else None,
            terms=[self._sources.glossary[term] for term in page.terms],
        )

    def _render(self, template: str, language: Language, name: str, **values: object) -> str:
        own = f"assets/{name}.js"
        common = {
            "language": language.value,
            "other": OTHER[language].value,
            "name": name,
            "course": self._sources.name[language],
            "said": self._said[language],
            "said_in": self._said,
            "lessons": self._listed[language],
            "root": "../",
            "style": self._versioned("assets/site.css"),
            "script": self._versioned(own if own in self._versions else "assets/site.js"),
            "search": self._versioned(f"assets/search-{language.value}.js"),
            "key": language,
            "languages": LANGUAGES,
            "href_of": href_of,
        }
        return render(self._templates, self._sources.root, template, {**common, **values})

    def _versioned(self, path: str) -> str:
        return f"{path}?{self._versions[path]}"

    def _lessons(self, language: Language) -> list[dict[str, object]]:
        found = []
        for slug in self._sources.slugs:
            own = self._pages.get((language, slug))
            lesson = (own or self._pages[OTHER[language], slug]).lesson
            found.append(
                {
                    "slug": slug,
                    "number": lesson.number,
                    "title": lesson.title,
                    "summary": lesson.summary,
                    "minutes": lesson.minutes,
                    "language": lesson.language.value,
                }
            )
        return found

    def _all_terms(self, language: Language) -> list[Term]:
        return sorted(self._sources.glossary.values(), key=lambda term: term.name[language].lower())
