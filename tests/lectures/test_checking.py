"""`site check`: what must hold between files."""

import pytest

from cnnlab.lectures import validity
from cnnlab.messages import Language, render

PAGE = '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'


def test_a_dead_link_is_told(put, told):
    put("en", more="[a](02-two#b) and\n[b](#nowhere)")
    assert "01-one.md:20: The lesson 02-two is not written." in told(deep=True)
    assert "01-one.md:21: The lesson 01-one has no section nowhere; it has: first." in told(deep=True)


def test_languages_that_differ_in_anchors_are_told(put, told):
    put("en", more="## More {#more}")
    expected = "01-one.md:1: The languages differ in the anchors: ko has first, en has first, more."
    assert expected in told(deep=True)


def test_languages_that_differ_in_directives_are_told(put, told):
    put("ko", more="::: remark\n가\n:::")
    assert any("differ in figures, widgets, quizzes and boxes: ko has remark" in each for each in told(deep=True))


def test_a_missing_translation_is_told_and_the_page_has_a_banner(course, built, told):
    (course.root / "site" / "lessons" / "en" / "01-one.md").unlink()
    assert told() == []
    assert "01-one.md:1: This lesson has no translation: write lessons/en/01-one.md." in told(deep=True)
    page = built().files["en/01-one.html"].decode()
    assert 'class="banner"' in page
    assert '<article lang="ko">' in page


def test_text_in_the_wrong_language_is_told(put, told):
    put("en", more="여기")
    put("ko", more="## 둘 {#two}\n\n" + "nothing but English here " * 5)
    assert any("There is Korean in this English section." in each for each in told(deep=True))


def test_an_anchor_that_a_check_names_has_to_exist(course, told):
    path = course.root / "assignments" / "a" / "test_public.py"
    path.parent.mkdir()
    path.write_text('lesson("01-one#nothing")\n', encoding="utf-8")
    assert "test_public.py:1: The lesson 01-one has no section nothing; it has: first." in told(deep=True)


def test_a_snippet_whose_output_no_longer_holds_is_told(put, told):
    put("en", more="```python\nx = 3\nprint(x)\n```\n\n```output\n4\n```")
    assert any("01-one.md:25: The snippet prints something else now: 3" in each for each in told(deep=True))


def test_a_snippet_that_fails_is_told_with_its_line(put, told):
    put("en", more="```python\nx = 3\nx.nothing\n```")
    assert any(each.startswith("01-one.md:22: This snippet fails: AttributeError") for each in told(deep=True))


def test_a_snippet_that_ends_the_program_hides_nothing(put, told):
    put("en", more="```python\nraise SystemExit\n```\n\n```python\nprint(1)\n```\n\n```output\n7\n```")
    expected = "01-one.md:20: This snippet ends the program, so those below it are never run."
    assert expected in told(deep=True)


def test_snippets_go_on_where_the_one_above_ended(put, told):
    for language in ("ko", "en"):
        put(language, more="```python\nx = 3\n```\n\n```python\nprint(x)\n```\n\n```output\n3\n```")
    assert told(deep=True) == []


def test_snippets_that_need_a_package_are_left_alone_where_it_is_not_installed(put, told):
    for language in ("ko", "en"):
        put(language, more="```python needs=no_such_package\nimport no_such_package\n```\n\n```output\n1\n```")
    assert told(deep=True) == []


def test_snippets_that_need_a_package_are_run_where_it_is_installed(put, told):
    put("en", more="```python needs=numpy,json\nprint(5)\n```\n\n```output\n4\n```")
    assert any("The snippet prints something else now: 5" in each for each in told(deep=True))


def test_a_snippet_with_words_that_mean_nothing_is_told(put, told):
    put("en", more="```python need torch\nx = 3\n```")
    assert any(each.startswith("01-one.md:20: Write python, python no-run, or python needs=torch") for each in told())


@pytest.mark.parametrize(
    "more", ["::: remark\nWords.", "```text\nwords", ":::: try\n\n::: remark\nWords.\n:::\n\nMore."]
)
def test_what_has_no_end_is_told(put, told, more):
    put("en", more=more)
    mark = more.split()[0].rstrip("tex")
    assert told() == [f"01-one.md:20: This has no end: write a line with {mark} below it."]


@pytest.mark.parametrize(
    "more",
    [
        "- a\n\n  ```text\n  b\n  ```\n\nc",
        ":::: try\n\n::: remark\nWords.\n:::\n\n```text\na\n```\n::::",
        "~~~text\na\n~~~~",
    ],
)
def test_what_has_an_end_is_not(put, told, more):
    put("en", more=more)
    assert told() == []


def sentences(body):
    return [render(message, Language.ENGLISH) for _, message in validity.problems(PAGE.format(body))]


def test_a_sound_page_is_sound():
    assert sentences('<p id="a">x</p>') == []


def test_a_page_that_is_not_well_formed_is_found():
    assert "not well-formed" in sentences("<p>x</div>")[0]


def test_an_id_that_is_there_twice_is_found():
    assert sentences('<p id="a">x</p><p id="a">y</p>') == ["The id a is on the page twice."]


def test_pictures_without_words_are_found():
    assert len(sentences('<img src="a"/><svg></svg>')) == 2


def test_blocks_in_paragraphs_and_buttons_in_links_are_found():
    assert sentences("<p><div>x</div></p>") == ["<div> may not stand in <p>."]
    assert len(sentences('<a href="b"><button>x</button></a>')) == 1


def test_references_to_what_is_not_there_are_found():
    assert sentences('<button popovertarget="x">y</button>') == ["popovertarget names x, which is not on the page."]
