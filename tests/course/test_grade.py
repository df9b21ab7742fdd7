"""The points that count: what was earned, less lateness, unless a teacher gave others."""

import pytest

from cnnlab.course import Check, Grade, Group, Outcome, Override, Report, Student
from cnnlab.messages import title

KIM = Student("kim", "김민지")


def report(outcome):
    check = Check("a", title("A"), Group.HIDDEN, 40, outcome, None, "07-pooling")
    more = Check("b", title("B"), Group.HIDDEN, 60, Outcome.PASSED, None, "07-pooling")
    return Report("tiny", "kim", (check, more), "none", 0.1)


@pytest.mark.parametrize(
    ("grade", "earned", "points"),
    [
        (Grade(KIM, report(Outcome.PASSED)), 100, 100),
        (Grade(KIM, report(Outcome.FAILED), deduction=6.5), 60, 53.5),
        (Grade(KIM, report(Outcome.FAILED), deduction=99), 60, 0),
        (Grade(KIM, report(Outcome.FAILED), deduction=6, override=Override(80, "was ill")), 60, 80),
        (Grade(KIM, None), None, None),
        (Grade(KIM, None, override=Override(10, "by mail")), None, 10),
        (Grade(KIM, report(Outcome.FAULT)), None, None),
        (Grade(KIM, report(Outcome.FAULT), override=Override(70, "by hand")), None, 70),
    ],
)
def test_the_points_that_count(grade, earned, points):
    assert (grade.earned, grade.points) == (earned, points)
