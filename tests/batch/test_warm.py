"""A worker's session stays warm, gives the same as a cold one, and is replaced when it has failed."""

import os
import signal
from pathlib import Path

import pytest

from cnnlab.batch import warm
from cnnlab.batch.job import Job
from cnnlab.batch.warm import forget, grade_warm
from cnnlab.course import Status, Submission
from cnnlab.errors import CourseError, Fault

SQUARES = "def double(x):\n    return x**2\n"


@pytest.fixture(autouse=True)
def no_session_is_left():
    yield
    forget()


def children():
    """The processes that this one has started."""
    return {int(pid) for each in Path("/proc/self/task").glob("*/children") for pid in each.read_text().split()}


def test_one_fork_server_serves_many_and_the_reports_are_those_of_cold_sessions(job, shared_course, right_answer):
    before, servers = children(), set()
    for source in (SQUARES, right_answer, "1 / 0", right_answer, SQUARES):
        report = grade_warm(job, Submission("kim", source))
        servers |= children() - before
        cold = shared_course.grade(source)
        assert [(each.id, each.outcome, each.message) for each in report.checks] == [
            (each.id, each.outcome, each.message) for each in cold.checks
        ]
    assert len(servers) == 1


def test_a_dead_fork_server_is_a_fault_and_the_next_submission_has_a_new_one(job, right_answer):
    before = children()
    grade_warm(job, Submission("kim", right_answer))
    (server,) = children() - before
    os.kill(server, signal.SIGKILL)
    with pytest.raises(Fault, match="The sandbox ended by itself"):
        grade_warm(job, Submission("kim", right_answer))
    assert grade_warm(job, Submission("kim", right_answer)).status is Status.GRADED


def test_a_broken_grader_is_its_authors_error_here_too(tiny_course):
    tiny_course.edit("solutions/tiny/grader/test_tiny.py", "import numpy as np", "import no_such_package")
    with pytest.raises(CourseError, match="cannot be collected"):
        grade_warm(Job(tiny_course.root, "tiny", frozenset()), Submission("kim", ""))
    assert not warm._warm


def test_a_worker_that_sees_another_course_says_so(job, tiny_course):
    with pytest.raises(Fault, match="is not what this batch was started with"):
        grade_warm(Job(tiny_course.root, "tiny", frozenset(), version="another"), Submission("kim", ""))
