"""What makes a grading due again, and what does not."""

import pytest

from cnnlab.course import Submission
from cnnlab.gradebook.key import content_of, environment_of, version_of
from cnnlab.grading.session import Settings
from cnnlab.messages import text


def version(own, **settings):
    return version_of(own.course, own.assignment(), Settings(**settings))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("solutions/tiny/grader/test_tiny.py", "by in (0, 40_000", "by in (1, 40_000"),
        ("solutions/tiny/grader/small_inputs.py", "(1, 2, 3, 4)", "(1, 2, 3)"),
        ("solutions/tiny/reference/tiny.py", "x * 2.0", "x + x"),
        ("solutions/tiny/misconceptions/squares/tiny.py", "You square.", "You squared."),
        ("assignments/tiny/test_public.py", "points(20)", "points(21)"),
        ("assignments/tiny/assignment.toml", "call_seconds = 0.6", "call_seconds = 0.7"),
        ("solutions/secret.txt", "a tiny secret", "another secret"),
    ],
)
def test_what_decides_about_points_makes_another_version(tiny_course, path, old, new):
    before = version(tiny_course)
    assert version(tiny_course) == before
    tiny_course.edit(path, old, new)
    assert version(tiny_course) != before


def test_a_seed_makes_another_version_and_the_text_of_the_handout_does_not(tiny_course, right_answer):
    before = version(tiny_course)
    assert version(tiny_course, seed=1) != before
    tiny_course.edit("assignments/tiny/README.md", "# Tiny", "# A tiny one")
    tiny_course.write("solutions/tiny/alternatives/other/tiny.py", right_answer)
    assert version(tiny_course) == before


def test_content_is_source_and_problem_and_not_a_name():
    one = content_of(Submission("kim", "x = 1"))
    assert content_of(Submission("lee", "x = 1", notes=(text("a note"),))) == one
    assert content_of(Submission("kim", "x = 2")) != one
    problems = [Submission("kim", "", problem=text("{file} is empty.", file=file)) for file in "ab"]
    assert len({content_of(each) for each in [*problems, Submission("kim", "")]}) == 3
    assert content_of(Submission("kim", "'\udc80'")) != one


def test_the_environment_names_packages_and_sandbox(shared_course):
    words = environment_of(shared_course.assignment(), Settings(layers=frozenset()))
    assert "numpy " in words
    assert words.endswith(", none")
