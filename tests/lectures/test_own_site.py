"""The lessons of this repository: they hold, fit, and say in both languages what checks send students to."""

import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cnnlab.course import catalogue
from cnnlab.lectures import figures
from cnnlab.lectures.assembly import assemble, script_of
from cnnlab.lectures.checking import check
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.model import LANGUAGES
from cnnlab.lectures.reading import read_sources
from cnnlab.messages import Language, render

ROOT = Path(__file__).resolve().parents[2]
FIGURES = figures.names(ROOT / "site")
# The page that holds a trained network is larger than the others.
LIMITS = {"16-draw-a-digit": 500_000}


@cache
def site():
    course = catalogue.read_course(ROOT)
    sources = read_sources(course)
    return course, sources, assemble(sources, Memory())


def test_nothing_has_to_be_mended_but_what_is_still_unwritten():
    course, sources, assembled = site()
    found = [
        f"{each.path}:{each.line}: {render(each.message, Language.ENGLISH)}"
        for each in check(course, sources, assembled)
    ]
    assert [each for each in found if not re.search(r"The lesson \S+ is not written\.$", each)] == []


def test_a_lesson_with_its_widgets_stays_below_200_kB():
    _, sources, assembled = site()
    for language in LANGUAGES:
        for slug in sources.slugs:
            script = script_of(slug, assembled.pages)
            later = re.findall(r'loadLater\("([^?]+)', assembled.files[script].decode())
            parts = (f"{language.value}/{slug}.html", "assets/site.css", script, *(f"assets/{name}" for name in later))
            assert sum(len(assembled.files[part]) for part in parts) < LIMITS.get(slug, 200_000), (language, slug)


def test_no_page_asks_anything_of_the_world():
    """Links of a text may lead out; nothing is loaded from there, and no cookie is set."""
    _, _, assembled = site()
    loading = re.compile(r'src="(?:https?:)?//|<link [^>]*href="(?:https?:)?//|@import|url\(|fetch\(|document\.cookie')
    texts = {name: content.decode() for name, content in assembled.files.items() if not name.startswith("images/")}
    assert [name for name, content in texts.items() if loading.search(content)] == []


def test_every_page_says_what_it_is_about_in_its_own_words():
    """For those who find it by a search engine; the choice of a language says it in both."""
    _, _, assembled = site()
    abouts = {
        name: re.findall(r'<meta name="description" content="([^"]{25,400})"/>', content.decode())
        for name, content in assembled.files.items()
        if name.endswith(".html")
    }
    assert [name for name, about in abouts.items() if len(about) != 1] == []
    assert len({about[0] for about in abouts.values()}) == len(abouts)
    for name, [about] in abouts.items():
        assert bool(re.search("[가-힣]", about)) == (not name.startswith("en/")), name


def test_every_page_has_one_deferred_script_of_a_file():
    _, _, assembled = site()
    for name, content in assembled.files.items():
        if name.endswith(".html"):
            assert re.findall(r"<script [^>]*>", content.decode())[0].startswith("<script defer"), name
            assert content.decode().count("<script ") == 1


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.value)
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_lies_within_its_frame(name, language):
    """Widths of words are estimated, a little too large: a syllable is as wide as high, a letter 0.6 of it."""
    figure = figures.draw(ROOT / "site", name, language, Memory())
    root = ElementTree.fromstring(figure.svg)
    width, height = float(root.get("width")), float(root.get("height"))
    assert width <= 640
    for element in root.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "rect":
            left, top = float(element.get("x")), float(element.get("y"))
            right, bottom = left + float(element.get("width")), top + float(element.get("height"))
        elif tag == "text":
            words = element.text or ""
            size = {"number": 17, "small": 13}.get(element.get("class"), 15)
            long = sum(1.0 if "가" <= letter <= "힣" else 0.6 for letter in words) * size
            x, y = float(element.get("x")), float(element.get("y"))
            left = x - {"start": 0, "end": long}.get(element.get("text-anchor"), long / 2)
            right, top, bottom = left + long, y - size / 2, y + size / 2
        else:
            continue
        assert left >= 0, element.attrib
        assert top >= 0, element.attrib
        assert right <= width, (element.attrib, element.text)
        assert bottom <= height, (element.attrib, element.text)


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_told_in_each_language(name):
    korean, english = (figures.draw(ROOT / "site", name, language, Memory()) for language in LANGUAGES)
    assert re.search("[가-힣]", korean.alt)
    assert not re.search("[가-힣]", english.alt + english.svg)
