"""Reading: what cannot be read is told with its place, whatever an editor or a writer did to a file."""

import pytest

from cnnlab.course import catalogue
from cnnlab.errors import UsageError
from cnnlab.lectures.reading import read_sources

WIDGET = "::: widget one figure=word\nSay.\n:::"


def test_the_mark_that_windows_editors_put_first_is_no_part_of_a_file(course, put, told):
    site = course.root / "site"
    (site / "widgets" / "one.js").write_text("export function mount() {}\n", encoding="utf-8")
    (site / "widgets" / "one.toml").write_text('title = { ko = "하나", en = "One" }\n', encoding="utf-8")
    put("ko", more=WIDGET.replace("Say", "말"))
    put("en", more=WIDGET)
    for name in ("lessons/ko/01-one.md", "lessons/en/01-one.md", "glossary.toml", "words.toml", "widgets/one.toml"):
        path = site / name
        path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert told(deep=True) == []


def test_styles_saved_with_such_a_mark_are_joined_without_it(course, built):
    (course.root / "site" / "styles" / "9-own.css").write_text("p { margin: 0 }\n", encoding="utf-8-sig")
    assert "\ufeff" not in built().files["assets/site.css"].decode()


@pytest.mark.parametrize("name", ["words.toml", "glossary.toml"])
def test_what_stands_in_no_table_is_told(course, told, name):
    path = course.root / "site" / name
    path.write_text(f"# mine\nfoo = 3\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert told() == [f"{name}:2: `foo` stands in no table: write [foo], and its words below."]


def test_a_terms_lesson_that_is_no_word_is_told(course, told):
    path = course.root / "site" / "glossary.toml"
    more = '[z]\nko = "지"\nen = "z"\nlesson = 3\ndefinition.ko = "가"\ndefinition.en = "a"\n'
    before = len(path.read_text(encoding="utf-8").splitlines())
    path.write_text(f"{path.read_text(encoding='utf-8')}{more}", encoding="utf-8")
    assert told(deep=True) == [f"glossary.toml:{before + 4}: `lesson` has to be words in quotes."]


def test_an_assignment_that_does_not_exist_is_told_in_the_line_that_names_it(put, told, course):
    source = (course.root / "site" / "lessons" / "en" / "01-one.md").read_text(encoding="utf-8")
    put("en", source.replace("summary", 'assignment = "essay"\nsummary'))
    assert told() == ["01-one.md:3: There is no assignment essay; there are: ."]


@pytest.mark.parametrize("name", ["words.toml", "scripts", "styles", "templates"])
def test_a_site_without_its_frame_is_told_what_to_copy(course, name):
    path = course.root / "site" / name
    path.rename(path.with_name("elsewhere"))
    with pytest.raises(UsageError, match=f"has no {name}; copy them"):
        read_sources(catalogue.read_course(course.root))
