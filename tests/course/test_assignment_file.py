"""A broken `assignment.toml` or `course.toml` is answered with the file, the key and what is allowed."""

import re

import pytest

from cnnlab.course import catalogue
from cnnlab.errors import CourseError

FILE = "assignments/tiny/assignment.toml"
SENTENCES = {
    ('lesson = "01-tiny"', ""): "The key lesson is missing; it must be a text, such as 07-pooling.",
    ('module = "tiny"', ""): "The key module is missing; it must be the name of a Python module, such as pooling.",
    ('imports = ["numpy"]', ""): 'The key imports is missing; it must be a list of package names, such as ["numpy"].',
    ('ko = "작은 과제"', ""): "The key title.ko is missing; it must be a text.",
    ('en = "A tiny assignment"', ""): "The key title.en is missing; it must be a text.",
    ('lesson = "01-tiny"', 'lesson = ""'): "The key lesson is ''; it must be a text, such as 07-pooling.",
    ('lesson = "01-tiny"', "lesson = 1"): "The key lesson is 1; it must be a text, such as 07-pooling.",
    ('module = "tiny"', 'module = "tiny.py"'): "The key module is 'tiny.py'; it must be the name of a Python module",
    ('module = "tiny"', 'module = "../x"'): "The key module is '../x'; it must be the name of a Python module",
    ('imports = ["numpy"]', 'imports = "numpy"'): "The key imports is 'numpy'; it must be a list of package names",
    ('imports = ["numpy"]', "imports = [1]"): "The key imports is [1]; it must be a list of package names",
    ('imports = ["numpy"]', 'imports = ["num py"]'): "The key imports is ['num py']; it must be a list of package",
    ("[title]", "[titel]"): "The key title is missing; it must be a table with ko and en.",
    (
        "[limits]",
        "[limit]",
    ): "The key limit is unknown; allowed are: lesson, module, imports, title, limits, training, stands_for.",
    ("[limits]", "[limits.x]"): "The key limits.x is unknown; allowed are: limits.call_seconds,",
    ("call_seconds", "call_second"): "The key limits.call_second is unknown; allowed are: limits.call_seconds, "
    "limits.submission_seconds, limits.memory_mb, limits.threads, limits.reply_mb.",
    ("call_seconds = 0.6", "call_seconds = 0"): "The key limits.call_seconds is 0; it must be a number above 0",
    ("call_seconds = 0.6", "call_seconds = -1"): "The key limits.call_seconds is -1; it must be a number above 0",
    ("call_seconds = 0.6", "call_seconds = true"): "The key limits.call_seconds is True; it must be a number",
    ("call_seconds = 0.6", "call_seconds = nan"): "The key limits.call_seconds is nan; it must be a number",
    ("call_seconds = 0.6", "call_seconds = inf"): "The key limits.call_seconds is inf; it must be a number",
    ("call_seconds = 0.6", 'call_seconds = "2"'): "The key limits.call_seconds is '2'; it must be a number above 0 "
    "and at most 86400.",
    ("[limits]", "[limits"): "is not valid TOML:",
    ('lesson = "01-tiny"', "lesson = 01-tiny"): "is not valid TOML:",
    ('lesson = "01-tiny"', 'lesson = "01-tiny"\nlesson = "02"'): "is not valid TOML:",
    (
        "call_seconds = 0.6\nsubmission_seconds = 6.0\nmemory_mb = 256",
        "memory_mb = 0.5",
    ): "The key limits.memory_mb is 0.5;",
}


@pytest.mark.parametrize(("old", "new"), SENTENCES)
def test_each_problem_of_an_assignment_is_said(tiny_course, old, new):
    tiny_course.edit(FILE, old, new)
    with pytest.raises(CourseError, match=re.escape(SENTENCES[old, new])) as caught:
        tiny_course.assignment()
    assert str(caught.value).startswith(str(tiny_course.root / FILE))


def test_a_table_that_is_no_table_is_said(tiny_course):
    text = (tiny_course.root / FILE).read_text(encoding="utf-8").split("[title]")[0]
    (tiny_course.root / FILE).write_text(f'title = "Tiny"\n{text}', encoding="utf-8")
    with pytest.raises(CourseError, match="The key title is 'Tiny'; it must be a table with ko and en"):
        tiny_course.assignment()


@pytest.mark.parametrize("content", [b"\xff\xfe", "[name]\nko = '한글'\nen = 'x'".encode("cp949")])
def test_a_file_that_is_not_utf_8_is_said(tiny_course, content):
    (tiny_course.root / "course.toml").write_bytes(content)
    with pytest.raises(CourseError, match=r"course\.toml is not valid TOML"):
        catalogue.find_course(tiny_course.root)


def test_a_file_that_cannot_be_read_is_said(tiny_course):
    (tiny_course.root / FILE).unlink()
    (tiny_course.root / FILE).mkdir()
    with pytest.raises(CourseError, match=r"assignment\.toml cannot be read: Is a directory"):
        tiny_course.assignment()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "The key name is missing; it must be a table with ko and en."),
        ("[name]\nen = 'x'", "The key name.ko is missing; it must be a text."),
        ("[name]\nko = 1\nen = 'x'", "The key name.ko is 1; it must be a text."),
        ("date = 3\n[name]\nko = '가'\nen = 'x'", "The key date is unknown; allowed are: name, due, late, site."),
        ("site = 'javascript:x'\n[name]\nko = '가'\nen = 'x'", "The key site is 'javascript:x'; it must be an address"),
    ],
)
def test_each_problem_of_a_course_is_said(tiny_course, content, words):
    (tiny_course.root / "course.toml").write_text(content, encoding="utf-8")
    with pytest.raises(CourseError, match=re.escape(words)):
        catalogue.find_course(tiny_course.root)
