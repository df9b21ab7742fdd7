"""A failure of the grader's own code is a `fault`: it is told apart, costs no points silently, and ends no other check."""

import json

import pytest

from cnnlab.course import Outcome, Status
from cnnlab.errors import CourseError
from cnnlab.messages import Language, render
from cnnlab.reporters.json_lines import to_json

GRADER = "solutions/tiny/grader/test_tiny.py"


@pytest.mark.parametrize("defect", ["1 / 0", "assert 1 == 2", "reference.no_such_function(x)", "pytest.skip('later')"])
def test_a_defect_of_a_check_is_a_fault(tiny_course, right_answer, defect):
    tiny_course.edit(GRADER, "assert_same(student.double(x), reference.double(x))", defect)
    report = tiny_course.grade(right_answer)
    faulty = [check for check in report.checks if check.outcome is Outcome.FAULT]
    assert [check.id for check in faulty] == ["test_hidden_double"]
    assert report.status is Status.FAULT
    assert all(check.outcome is Outcome.PASSED for check in report.checks if check not in faulty)
    message = render(faulty[0].message, Language.ENGLISH)
    assert "not the student's fault" in message
    assert json.loads(to_json(report, Language.ENGLISH))["status"] == "fault"


def test_a_fault_names_file_and_line_of_the_grader(tiny_course, right_answer):
    tiny_course.edit(GRADER, "assert_same(student.double(x), reference.double(x))", "1 / 0")
    line = (tiny_course.root / GRADER).read_text(encoding="utf-8").splitlines().index("    1 / 0") + 1
    check = next(check for check in tiny_course.grade(right_answer).checks if check.outcome is Outcome.FAULT)
    assert f"ZeroDivisionError in test_tiny.py, line {line}" in render(check.message, Language.ENGLISH)


def test_a_fault_is_a_fault_whatever_the_student_wrote(tiny_course):
    tiny_course.edit(GRADER, "x = rng.integers(10**8, 10**9, 5).astype(float)", "x = 1 / 0")
    report = tiny_course.grade("def double(x):\n    raise RuntimeError\n")
    assert {check.id: check.outcome.value for check in report.checks}["test_hidden_double"] == "fault"


def test_a_student_cannot_cause_a_fault_by_exceptions_of_the_same_name(tiny_course):
    source = "class CheckFailure(BaseException): pass\nclass CourseError(BaseException): pass\n"
    source += "def double(x):\n    raise CourseError('fault')\ndef shift(x, by=1):\n    raise CheckFailure('passed')\n"
    report = tiny_course.grade(source)
    assert report.status is Status.GRADED
    assert {check.outcome for check in report.checks} == {Outcome.ERROR}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("import numpy as np", "import no_such_package", "cannot be collected"),
        ("def test_hidden_double(", "def test_hidden_double(:", "cannot be collected"),
        ('"""Doubling, hidden"""', "pass", r"a check needs a docstring and @pytest.mark.points\(n\)"),
        ("@pytest.mark.points(30)\n", "", r"a check needs a docstring and @pytest.mark.points\(n\)"),
        ("points(30)", "points(29.5)", r"a check needs a docstring and @pytest.mark.points\(n\)"),
    ],
)
def test_a_broken_grader_is_its_authors_error(tiny_course, right_answer, old, new, words):
    tiny_course.edit(GRADER, old, new)
    with pytest.raises(CourseError, match=words):
        tiny_course.grade(right_answer)


@pytest.mark.parametrize(("public_only", "words"), [(True, "There are no checks"), (False, "worth 0 points")])
def test_a_grader_without_checks_is_told(tiny_course, right_answer, public_only, words):
    (tiny_course.root / GRADER).write_text("", encoding="utf-8")
    (tiny_course.root / "assignments/tiny/test_public.py").write_text("", encoding="utf-8")
    with pytest.raises(CourseError, match=words):
        tiny_course.grade(right_answer, public_only=public_only)


def test_a_public_check_may_not_use_the_reference(tiny_course, right_answer):
    tiny_course.edit(
        "assignments/tiny/test_public.py", "test_public_double(student)", "test_public_double(student, reference)"
    )
    with pytest.raises(CourseError, match="a public check writes its expected numbers out"):
        tiny_course.grade(right_answer)


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("solutions/tiny/reference/tiny.py", "1 / 0", "cannot be imported: ZeroDivisionError"),
        (
            "solutions/tiny/misconceptions/squares/tiny.py",
            '"""A\n\nen: a\n\nko: b\n\nlesson: c\n"""\n1 / 0',
            "cannot be imported",
        ),
    ],
)
def test_a_solution_that_cannot_run_is_named(tiny_course, path, content, words):
    tiny_course.write(path, content)
    with pytest.raises(CourseError, match=words):
        tiny_course.grade("def double(x):\n    return x**2\n")
