"""Nothing leaks: not from one submission to the next, not from one course to another, not into the process that grades."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cnnlab.messages import Language
from cnnlab.reporters.json_lines import to_json

MESSY = """
import os, sys, tempfile
import numpy as np
np.float64_backup = np.add
try:
    np.ones = np.zeros
    os.environ["LEFT_BEHIND"] = "1"
    open("left_behind", "w").write("1")
    sys.modules["left_behind"] = sys
except Exception:
    pass
calls = []
def double(x):
    calls.append(x)
    return x * (2.0 if os.path.exists("left_behind") and "left_behind" in sys.modules else 0.0)
def shift(x, by=1):
    return x + by
"""
CURIOUS = """
import os, sys, glob
import numpy as np
FOUND = [name for name in ("LEFT_BEHIND",) if name in os.environ] + glob.glob("*") + glob.glob("../*")[1:]
FOUND += [name for name in sys.modules if name == "left_behind"] + ([] if np.ones(1)[0] == 1 else ["numpy"])
def double(x):
    return x * 2.0 if not FOUND else FOUND
def shift(x, by=1):
    if by < 0:
        raise ValueError("by")
    return x + float(by)
"""


def said(report):
    return to_json(replace(report, seconds=0.0), Language.ENGLISH)


def test_the_order_of_a_class_does_not_matter(shared_course, right_answer):
    sources = {
        "messy": MESSY,
        "curious": CURIOUS,
        "right": right_answer,
        "squares": "def double(x):\n    return x * x\n",
    }
    forth = shared_course.grade_all(**sources)
    back = shared_course.grade_all(**dict(reversed(sources.items())))
    alone = shared_course.grade_all(curious=CURIOUS)
    for name in sources:
        assert said(forth[name]) == said(back[name])
    assert said(forth["curious"]) == said(alone["curious"])


def test_a_submission_finds_nothing_of_the_one_before(shared_course):
    assert shared_course.grade_all(messy=MESSY, curious=CURIOUS)["curious"].score == 100


def test_the_same_submission_twice_gets_the_same_report(shared_course):
    reports = [shared_course.grade(MESSY) for _ in range(2)]
    assert said(reports[0]) == said(reports[1])


@pytest.mark.parametrize("addopts", [None, "--no-such-option"])
def test_grading_leaves_the_process_as_it_was(shared_course, right_answer, monkeypatch, addopts):
    if addopts is not None:
        monkeypatch.setenv("PYTEST_ADDOPTS", addopts)
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    shared_course.grade(right_answer)  # what is imported late is imported now

    def state():
        modules = {name for name in sys.modules if not name.startswith("_pytest")}
        return dict(os.environ), modules, list(sys.path), Path.cwd(), sys.dont_write_bytecode, sys.meta_path[:]

    before = state()
    assert shared_course.grade(right_answer).score == 100
    assert state() == before


def test_grading_writes_nothing_into_the_course(tiny_course, right_answer):
    def files():
        return {path: path.read_bytes() for path in tiny_course.root.rglob("*") if path.is_file()}

    before = files()
    tiny_course.grade_all(right=right_answer, messy=MESSY)
    assert files() == before


def test_no_descriptor_and_no_process_is_left(shared_course, right_answer):
    def held():
        return len(list(Path("/proc/self/fd").iterdir())), Path(
            "/proc/self/task", str(os.getpid()), "children"
        ).read_text()

    shared_course.grade(right_answer)
    before = held()
    shared_course.grade_all(right=right_answer, endless="def double(x):\n    while True: pass\n", broken="def")
    assert held() == before


def test_temporary_folders_are_removed(shared_course, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    shared_course.grade_all(messy=MESSY, exits="import os\nos._exit(0)")
    assert list(tmp_path.iterdir()) == []


def test_graders_of_two_courses_in_one_process_do_not_mix(tiny_course, tmp_path, right_answer):
    """Files of the same names, but the other course's `double` triples."""
    other = type(tiny_course)(tmp_path / "other")
    for path in tiny_course.root.rglob("*"):
        if path.is_file():
            other.write(str(path.relative_to(tiny_course.root)), path.read_text(encoding="utf-8"))
    other.edit("solutions/tiny/reference/tiny.py", "x * 2.0", "x * 3.0")
    other.edit("assignments/tiny/test_public.py", "np.array([2.0, -5.0])", "np.array([3.0, -7.5])")
    triple = right_answer.replace("x * 2.0", "x * 3.0")
    assert tiny_course.grade(right_answer).score == other.grade(triple).score == 100
    assert tiny_course.grade(triple).score == other.grade(right_answer).score == 50


def test_a_conftest_and_a_pytest_configuration_beside_a_course_have_no_say(tiny_course, right_answer):
    for folder in ("", "assignments/", "assignments/tiny/", "solutions/tiny/grader/"):
        tiny_course.write(f"{folder}conftest.py", "raise RuntimeError('a conftest was read')")
    tiny_course.write("pytest.ini", "[pytest]\naddopts = --no-such-option\n")
    assert tiny_course.grade(right_answer).score == 100
