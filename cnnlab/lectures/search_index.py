"""What the search of a language knows: each section's words, and the names of its terms in both languages.

The index itself is made in the browser from these entries (`site/scripts/finding.js`): they are smaller than an index.
"""

import json
from collections.abc import Iterable, Mapping

from cnnlab.lectures.model import LANGUAGES, Page, Term


def entries(pages: Iterable[Page], glossary: Mapping[str, Term]) -> list[list[str]]:
    """`[slug, anchor, title of the lesson, title of the section, words, names of terms, names of those explained here]`
    for each section."""
    found = []
    explained: dict[str, list[Term]] = {}
    for term in glossary.values():
        explained.setdefault(term.lesson or "", []).append(term)
    for page in pages:
        for section in page.sections:
            place = f"{page.lesson.slug}#{section.anchor}".rstrip("#")
            names = (_names(glossary[slug] for slug in section.terms), _names(explained.get(place, ())))
            found.append([page.lesson.slug, section.anchor, page.lesson.title, section.title, section.words, *names])
    return found


def _names(terms: Iterable[Term]) -> str:
    return " · ".join(term.name[language] for term in terms for language in LANGUAGES)


def script(found: list[list[str]]) -> str:
    """The entries as a classic script: a page opened from a USB stick may not fetch JSON, but may load a script."""
    return "window.cnnlabEntries = " + json.dumps(found, ensure_ascii=False, separators=(",", ":")) + ";\n"
