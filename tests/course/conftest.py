"""Grades with the points that a test wants."""

import pytest

from cnnlab.course import Check, Grade, Group, Outcome, Report, Student
from cnnlab.messages import title


@pytest.fixture
def make_grade():
    """A grade that earned some points of a hundred."""

    def make(points, key="kim", **fields):
        checks = tuple(
            Check(f"c{number}", title("C"), Group.HIDDEN, worth, outcome, None, "07-pooling")
            for number, (worth, outcome) in enumerate([(points, Outcome.PASSED), (100 - points, Outcome.FAILED)])
        )
        return Grade(Student(key, key), Report("tiny", key, checks, "none", 0.1), **fields)

    return make
