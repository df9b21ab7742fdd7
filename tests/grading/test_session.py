"""Grading one submission: right scores for what could run, whatever else a student's file does."""

import pytest

from cnnlab.course import Group, Outcome, Status
from cnnlab.errors import CourseError, UsageError

OWN_SHIFT = """
def shift(x, by=1):
    if by < 0:
        raise ValueError("by is negative")
    return x + float(by)
"""


def outcomes(report):
    return {check.id: check.outcome.value for check in report.checks}


def test_the_right_answer_earns_everything(shared_course, right_answer):
    report = shared_course.grade(right_answer)
    assert (report.score, report.max_score, report.status) == (100, 100, Status.GRADED)
    assert all(check.message is None and check.hint is None for check in report.checks)


def test_public_checks_come_first(shared_course, right_answer):
    groups = [check.group for check in shared_course.grade(right_answer).checks]
    assert groups == [Group.PUBLIC] * 2 + [Group.HIDDEN] * 3


def test_a_report_names_the_layers_that_confined_the_student(shared_course, right_answer):
    assert {"landlock", "seccomp"} <= set(shared_course.grade(right_answer).sandbox.split("+"))
    assert shared_course.grade(right_answer, layers=frozenset()).sandbox == "none"


def test_public_only_asks_no_hidden_check(tiny_course, right_answer):
    for path in sorted((tiny_course.root / "solutions").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (tiny_course.root / "solutions").rmdir()
    report = tiny_course.grade(right_answer, public_only=True)
    assert (report.score, report.max_score) == (30, 30)
    with pytest.raises(UsageError, match="hidden graders of tiny are not here"):
        tiny_course.grade(right_answer)


FATAL = {
    "while True: pass": "timeout",
    "import sys; sys.exit(0)": "error",
    "import os; os._exit(0)": "crashed",
    "return [0] * 10**12": "memory",
    "import ctypes; ctypes.string_at(0)": "crashed",
}


@pytest.fixture(scope="module")
def fatal_reports(shared_course):
    """Submissions whose `double` ends badly, graded in one session."""
    return shared_course.grade_all(**{body: f"def double(x):\n    {body}\n{OWN_SHIFT}" for body in FATAL})


@pytest.mark.parametrize("body", FATAL)
def test_one_fatal_function_leaves_the_other_checks_right(fatal_reports, body):
    report = fatal_reports[body]
    assert outcomes(report) == {
        "test_public_double": FATAL[body],
        "test_public_shift": "passed",
        "test_hidden_double": FATAL[body],
        "test_hidden_shift": "passed",
        "test_hidden_refusal": "passed",
    }
    assert (report.score, report.status) == (50, Status.GRADED)


def test_a_missing_function_costs_its_own_checks_only(shared_course):
    report = shared_course.grade(OWN_SHIFT)
    assert report.score == 50
    message = str(report.checks[0].message and report.checks[0].message.template)
    assert "There is no function" in message


def test_an_endless_function_is_asked_three_times_at_most(tiny_course):
    tiny_course.edit("solutions/tiny/grader/test_tiny.py", "points(15)", "points(10)")
    tiny_course.write(
        "solutions/tiny/grader/test_tiny_again.py",
        """
        import pytest

        @pytest.mark.points(5)
        def test_the_fourth(student):
            \"\"\"A fourth question\"\"\"
            student.shift(1.0, 2)
        """,
    )
    report = tiny_course.grade("def double(x):\n    return x * 2.0\ndef shift(x, by=1):\n    while True: pass\n")
    assert report.score == 50
    templates = [check.message.template for check in report.checks if check.outcome is Outcome.TIMEOUT]
    assert ["was stopped after" in each for each in templates] == [True, True, True, False]
    assert "was not called any more" in templates[-1]


def test_time_used_up_by_one_submission_is_not_taken_from_the_next(tiny_course, right_answer):
    tiny_course.edit("assignments/tiny/assignment.toml", "submission_seconds = 6.0", "submission_seconds = 0.5")
    endless = "def double(x):\n    while True: pass\ndef shift(x, by=1):\n    return x + by\n"
    reports = tiny_course.grade_all(endless=endless, right=right_answer)
    assert {check.outcome for check in reports["endless"].checks} == {Outcome.TIMEOUT}
    assert reports["right"].score == 100


def test_the_exact_points_are_demanded(tiny_course, right_answer):
    tiny_course.edit("solutions/tiny/grader/test_tiny.py", "points(30)", "points(29)")
    with pytest.raises(CourseError, match="worth 99 points together; they must be worth 100"):
        tiny_course.grade(right_answer)


def test_two_checks_of_one_name_are_refused(tiny_course, right_answer):
    tiny_course.edit("solutions/tiny/grader/test_tiny.py", "test_hidden_double", "test_public_double")
    with pytest.raises(CourseError, match="two checks are called test_public_double"):
        tiny_course.grade(right_answer)


def test_a_missing_secret_is_asked_for(tiny_course, right_answer):
    (tiny_course.root / "solutions" / "secret.txt").unlink()
    with pytest.raises(CourseError, match=r"secret\.txt is missing"):
        tiny_course.grade(right_answer)
    assert tiny_course.grade(right_answer, seed=1).score == 100
