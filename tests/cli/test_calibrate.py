"""`cnnlab calibrate` on a small course: it trains the reference on whichever digits are here, and writes the steps."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from cnnlab.errors import CourseError
from cnnlab.messages import text

ROOT = Path(__file__).resolve().parents[2]
GRADER = '''
import pytest

from cnnlab.grading import assert_reaches


@pytest.mark.points(100)
def test_step(certificate):
    """The network reaches the first step"""
    assert_reaches(certificate, 0)
'''
TRAINING = """
[training]
epochs = 2
parts = 2
batch_size = 32
learning_rate = 0.004
images_per_epoch = 1343
max_images_per_epoch = 1343
seconds = 60.0
part_seconds = 30.0
"""


@pytest.fixture
def own_course(tmp_path, monkeypatch):
    """Assignment 4 with a plan of seconds and one hidden check, and no data but the stand-in."""
    root = tmp_path / "course"
    handout, solution = root / "assignments/assignment4", root / "solutions/assignment4"
    shutil.copytree(ROOT / "assignments/assignment4", handout)
    shutil.copytree(ROOT / "solutions/assignment4/reference", solution / "reference")
    shutil.copy(ROOT / "course.toml", root)
    (handout / "test_public.py").unlink()
    settings = handout / "assignment.toml"
    before = settings.read_text(encoding="utf-8")
    short = re.sub(r"\[training\][^\[]*", TRAINING, before.replace("threads = 2", "threads = 1"))
    settings.write_text(short, encoding="utf-8")
    (solution / "grader").mkdir()
    (solution / "grader/test_own.py").write_text(GRADER, encoding="utf-8")
    (solution / "grader/small_inputs.py").write_text('"""None."""\n', encoding="utf-8")
    (root / "solutions/secret.txt").write_text("a secret", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no cache"))
    return root


def test_the_steps_are_written_and_what_to_publish_is_said(ran_inside, own_course):
    path = own_course / "solutions/assignment4/accuracy.toml"
    path.write_text("[mnist]\nsteps = [0.5]\nstop_at = 0.6\n", encoding="utf-8")
    code, said = ran_inside("calibrate", "assignment4", "--seeds", 2, "--stop-at", 99.9, "--course", own_course)
    assert code == 0, said
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    assert tables["mnist"]["steps"] == [0.5]
    written = tables["stand-in"]
    assert (len(written["steps"]), written["stop_at"]) == (4, 0.999)
    assert written["steps"] == sorted(written["steps"])
    assert written["trained"].startswith("2 seeds: mean 0.")
    assert written["trained"] in said
    assert "On stand-in" in said
    graded = ", ".join(f"{100 * step:.2f}" for step in written["steps"])
    published = ", ".join(f"{100 * step + 0.1:.2f}" for step in written["steps"])
    assert f"now grades {graded} %" in said
    assert f"Publish {published} % in the handout" in said


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["assignment4", "--seeds", 1], "--seeds"),
        (["assignment4", "--stop-at", 101], "--stop-at"),
        (["assignment5"], "Did you mean assignment4"),
        ([], "ASSIGNMENT"),
    ],
)
def test_what_cannot_be_is_a_slip_at_the_keyboard(ran_inside, own_course, arguments, words):
    code, said = ran_inside("calibrate", *arguments, "--course", own_course)
    assert code == 2
    assert words in said


def test_an_assignment_without_training_is_said_to_have_none(ran_inside):
    code, said = ran_inside("calibrate", "assignment1", "--course", ROOT)
    assert code == 2
    assert "Nothing is trained in assignment1" in said


@pytest.mark.parametrize("stop_at", ["0", "100", "nan", "inf", "-1", "101", "99.99999999", "1e-9", "-nan"])
def test_only_what_the_file_takes_is_taken_for_the_end_of_training(ran_inside, own_course, stop_at, monkeypatch):
    from cnnlab.grading import calibration

    monkeypatch.setattr(calibration, "fork_server", lambda *_: pytest.fail("trained"))
    code, said = ran_inside("calibrate", "assignment4", f"--stop-at={stop_at}", "--course", own_course)
    assert code == 2
    assert "--stop-at is" in said
    assert "more than 0 and less than 100" in said


@pytest.mark.parametrize(("given", "due"), [(99.9, 0.999), (99.3, 0.993), (57.7, 0.577), (99.12345678, 0.991235)])
def test_the_end_of_training_is_a_short_number(ran_inside, own_course, given, due, monkeypatch):
    from cnnlab.grading import calibration

    handed = []

    def calibrated(*given):
        handed.append(given[2])
        raise CourseError(text("Enough."))

    monkeypatch.setattr(calibration, "calibrate", calibrated)
    ran_inside("calibrate", "assignment4", "--stop-at", given, "--course", own_course)
    assert handed == [due]


def test_a_broken_file_is_said_before_anything_is_trained(ran_inside, own_course, monkeypatch):
    from cnnlab.grading import calibration

    monkeypatch.setattr(calibration, "fork_server", lambda *_: pytest.fail("trained"))
    path = own_course / "solutions/assignment4/accuracy.toml"
    path.write_text("[mnist", encoding="utf-8")
    code, said = ran_inside("calibrate", "assignment4", "--course", own_course)
    assert code == 3
    assert "is not valid TOML" in said
    assert path.read_text(encoding="utf-8") == "[mnist"
