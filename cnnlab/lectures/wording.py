"""Whether words are in the language they are meant to be in: lessons, figures, widgets, glossary, and the site's own."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

from cnnlab.lectures import widgets
from cnnlab.lectures.model import Page, Problem, Sources
from cnnlab.messages import Language, text

HANGUL = re.compile("[가-힣]")
# Code is the same in both languages, and what is marked as Korean may be Korean.
LEFT_OUT = re.compile(r'<code.*?</code>|<samp.*?</samp>|<[a-z]+ lang="ko">[^<]*', re.DOTALL)
HEADING = re.compile(r'<h[1-6] id="')
LABEL = re.compile(r'aria-label="([^"]*)"')
TAG = re.compile(r'<[^>]*aria-label="([^"]*)"[^>]*>|<[^>]*>')
WORDS_WITHOUT_HANGUL = 60
# Names and formulas look alike in both languages; three words in a row do not.
ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")
OTHER_LANGUAGE = "page.other-language"


def problems_of_page(page: Page) -> Iterator[Problem]:
    """Sections of a lesson, and what is seen or read aloud in them."""
    korean = page.lesson.language is Language.KOREAN
    pieces = HEADING.split(page.html)
    for place, section in enumerate(page.sections):
        piece = pieces[place] if place < len(pieces) else ""
        words = f"{section.title} {section.words}"
        if korean:
            labels = (label for label in LABEL.findall(piece) if ENGLISH.search(label) and not HANGUL.search(label))
            english = words if len(words) > WORDS_WITHOUT_HANGUL and not HANGUL.search(words) else next(labels, None)
            if english is not None:
                message = text("This section is not in Korean.")
                yield Problem(page.lesson.path, section.line, message, unescape(english[:40]))
            continue
        words += unescape(TAG.sub(r" \1 ", LEFT_OUT.sub("", piece)))
        hangul = HANGUL.search(words)
        if hangul:
            begin = max(hangul.start() - 12, 0)
            message = text("There is Korean in this English section.")
            yield Problem(page.lesson.path, section.line, message, " ".join(words[begin : begin + 40].split()))


def problems_of_words(sources: Sources) -> Iterator[Problem]:
    """Words of widgets, of the glossary, and of the site itself."""
    for name in widgets.names(sources.root):
        path = sources.root / "widgets" / f"{name}.toml"
        for key, words in widgets.words(sources.root, name).items():
            if isinstance(words, Mapping) and _is_mixed_up(str(words.get("ko", "")), str(words.get("en", ""))):
                yield _mixed_up(path, key)
    own = [(f"{group}.{key}", said) for group, table in sources.words.items() for key, said in table.items()]
    terms = [(term.slug, said) for term in sources.glossary.values() for said in (term.name, term.definition)]
    for file, pairs in (("words.toml", own), ("glossary.toml", terms)):
        for key, said in pairs:
            if key != OTHER_LANGUAGE and _is_mixed_up(said[Language.KOREAN], said[Language.ENGLISH]):
                yield _mixed_up(sources.root / file, key)


def _mixed_up(path: Path, key: str) -> Problem:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    line = widgets.line_of(key.rpartition(".")[2], lines)
    return Problem(path, line, text("The languages of `{key}` are mixed up.", key=key))


def _is_mixed_up(korean: str, english: str) -> bool:
    return bool(HANGUL.search(english)) or (bool(ENGLISH.search(korean)) and not HANGUL.search(korean))
