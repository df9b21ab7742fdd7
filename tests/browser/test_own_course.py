"""Somebody's own course, made of nothing but what site/README.md tells: its lesson, its figure, and its widget, which works."""

import re
import shutil

import pytest

from cnnlab.course import catalogue
from cnnlab.lectures.assembly import assemble
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.reading import read_sources
from cnnlab.lectures.writing import write_site

from .conftest import ROOT, Watch

BLOCK = re.compile(r"^```[a-z]+ (\S+/\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
USING = "\n::: figure dropout-mask\nA caption.\n:::\n\n::: widget dropout figure=dropout-mask\nSet a value to 0.\n:::\n"


@pytest.fixture
def own(tmp_path):
    """A course with this repository's site, without its lessons; the files of the guide are laid over it."""
    site = tmp_path / "course" / "site"
    shutil.copytree(ROOT / "site", site, ignore=shutil.ignore_patterns("lessons", "__pycache__"))
    (tmp_path / "course" / "assignments").mkdir()
    (tmp_path / "course" / "course.toml").write_text('[name]\nko = "과목"\nen = "Course"\n', encoding="utf-8")
    for name, content in BLOCK.findall((site / "README.md").read_text(encoding="utf-8")):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content, encoding="utf-8")
    return tmp_path / "course"


def test_the_guides_lesson_has_a_number_of_its_own(own):
    (name,) = (path.name for path in (own / "site" / "lessons" / "en").iterdir())
    assert name[:2] not in {path.name[:2] for path in (ROOT / "site" / "lessons" / "en").iterdir()}


@pytest.fixture
def shown(own, browser):
    """`shown()` builds the guide's lesson with its figure and its widget, and opens it."""
    contexts = []

    def build():
        (path,) = (own / "site" / "lessons" / "en").iterdir()
        path.write_text(path.read_text(encoding="utf-8") + USING, encoding="utf-8")
        site = assemble(read_sources(catalogue.read_course(own)), Memory())
        assert site.problems == ()
        write_site(own / "out", site.files, Memory())
        contexts.append(browser.new_context())
        watch = Watch(own.as_uri())
        contexts[0].on("page", watch.follow)
        page = contexts[0].new_page()
        page.goto((own / "out" / "en" / f"{path.stem}.html").as_uri())
        return page, watch

    yield build
    for context in contexts:
        context.close()


def test_a_broken_widget_leaves_its_figure_and_harms_no_other(own, shown):
    widgets = own / "site" / "widgets"
    (widgets / "broken.toml").write_text('title = { ko = "고장", en = "Broken" }\n', encoding="utf-8")
    broken = 'export function mount(root) {\n  root.append("half");\n  root.nothing();\n}\n'
    (widgets / "broken.js").write_text(broken, encoding="utf-8")
    (path,) = (own / "site" / "lessons" / "en").iterdir()
    more = "\n::: widget broken figure=dropout-mask\nTry.\n:::\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    page, watch = shown()
    assert page.locator('[data-widget="broken"] .fallback svg').is_visible()
    assert page.locator('[data-widget="broken"] .live').text_content() == ""
    assert page.locator('[data-widget="dropout"].mounted').count() == 1
    assert any("nothing is not a function" in each for each in watch.complaints)


def test_the_guides_lesson_figure_and_widget_work(shown):
    page, watch = shown()
    live = page.locator('[data-widget="dropout"] .live')
    assert live.locator(".sum").text_content() == "Each step sets one value to 0."
    live.get_by_role("button", name="Step", exact=True).click()
    page.keyboard.press("ArrowRight")
    assert live.locator(".sum").text_content() == "What is left: 0 + 0 + 4 + 1 = 5"
    live.get_by_label("value 3").fill("7")
    page.keyboard.press("Tab")
    assert live.locator(".sum").text_content() == "What is left: 0 + 0 + 7 + 1 = 8"
    assert watch.complaints == []
