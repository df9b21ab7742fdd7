"""A misconception's docstring is its feedback; where a part is missing, the file and the part are named."""

from pathlib import Path

import pytest

from cnnlab.course.misconception_file import parse_misconception
from cnnlab.errors import CourseError
from cnnlab.messages import Language

PATH = Path("misconceptions/squares/tiny.py")
WHOLE = '"""Squares\n\nen: You square,\nand that: is wrong.\n\nko: 제곱했습니다.\n다시 보세요.\n\nlesson: 01-tiny#by\n"""\n\nx = 2\n'


def test_the_parts_of_a_docstring_are_read():
    found = parse_misconception(PATH, WHOLE, "x = 1")
    assert (found.name, found.title, found.lesson) == ("squares", "Squares", "01-tiny#by")
    assert found.feedback[Language.ENGLISH] == "You square, and that: is wrong."
    assert found.feedback[Language.KOREAN] == "제곱했습니다. 다시 보세요."


def test_what_a_misconception_redefines_comes_after_the_reference():
    namespace: dict = {}
    exec(parse_misconception(PATH, WHOLE, "x = 1\ny = 3").source, namespace)
    assert (namespace["x"], namespace["y"]) == (2, 3)


@pytest.mark.parametrize("section", ["en", "ko", "lesson"])
@pytest.mark.parametrize("how", ["absent", "empty", "indented"])
def test_a_missing_section_is_named_with_its_file(section, how):
    lines = {"absent": "", "empty": f"{section}:", "indented": f"  {section}: x"}
    docstring = "\n".join(
        ["Squares", *(lines[how] if each == section else f"{each}: x" for each in ("en", "ko", "lesson"))]
    )
    with pytest.raises(CourseError, match=rf"{PATH}: the docstring has no section {section}:"):
        parse_misconception(PATH, f'"""{docstring}\n"""\n', "")


@pytest.mark.parametrize("source", ["", "x = 1\n", "# en: ko: lesson:\n"])
def test_no_docstring_at_all_is_a_missing_section(source):
    with pytest.raises(CourseError, match="the docstring has no section en:"):
        parse_misconception(PATH, source, "")


def test_a_syntax_error_is_named_with_file_and_line():
    with pytest.raises(CourseError, match=rf"{PATH} has a syntax error in line 2\."):
        parse_misconception(PATH, "x = 1\ndef double(x\n", "")
