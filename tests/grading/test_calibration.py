"""Steps of accuracy leave the reference room on every seed, and their errors are as 3 to 2 to 1.5 to 1."""

import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.course import Certificate, Levels
from cnnlab.course.accuracy_file import read_levels
from cnnlab.errors import CourseError, UsageError
from cnnlab.grading import calibration
from cnnlab.grading.calibration import ERRORS, GRAIN, STRICTER, calibrate, levels_for, path_of_levels
from cnnlab.messages import text

ACCURACIES = st.lists(st.floats(0.93, 1.0), min_size=2, max_size=30)


@given(accuracies=ACCURACIES, stop_at=st.floats(0.5, 0.999))
def test_every_accuracy_clears_the_last_step_with_three_standard_deviations_to_spare(accuracies, stop_at):
    try:
        levels = levels_for(accuracies, stop_at)
    except CourseError:
        assert 1 - 3 * (1 - (min(accuracies) - 3 * statistics.stdev(accuracies))) < 3 * GRAIN
        return
    spare = 3 * statistics.stdev(accuracies)
    assert levels.stop_at == stop_at
    assert levels.steps == tuple(sorted(levels.steps))
    assert levels.steps[0] > 0
    assert levels.steps[-1] <= min(accuracies) - spare + 1e-4
    assert levels.steps[-1] >= min(min(accuracies) - spare - GRAIN - 1e-4, 1 - 2 * GRAIN - 1e-9)


@given(accuracies=ACCURACIES)
def test_the_errors_of_the_steps_are_as_three_to_two_to_one_and_a_half_to_one(accuracies):
    try:
        steps = levels_for(accuracies, 0.9).steps
    except CourseError:
        return
    last = 1 - steps[-1]
    for step, error in zip(steps, (3, 2, 1.5, 1), strict=True):
        assert 1 - step == pytest.approx(error * last, abs=3e-4)
    assert ERRORS == (3, 2, 1.5, 1)


def test_at_one_percent_the_steps_are_those_of_the_lecture():
    assert levels_for([0.9903, 0.9903], 0.99).steps == (0.97, 0.98, 0.985, 0.99)


@given(accuracies=ACCURACIES)
def test_what_is_written_can_be_read_and_what_is_published_is_below_one(accuracies, tmp_path_factory):
    from cnnlab.course.accuracy_file import write_levels

    try:
        levels = levels_for(accuracies, 0.9)
    except CourseError:
        return
    path = tmp_path_factory.getbasetemp() / "accuracy.toml"
    write_levels(path, "mnist", levels)
    assert read_levels(path, "mnist") == levels
    assert max(levels.steps) + STRICTER < 1


def test_a_reference_that_hardly_learns_sets_no_steps():
    with pytest.raises(CourseError) as error:
        levels_for([0.5, 0.51], 0.9)
    assert "50.0 %" in str(error.value)


def test_how_the_reference_fared_is_noted():
    assert levels_for([0.97, 0.99], 0.99).trained == "2 seeds: mean 0.9800, standard deviation 0.0141, lowest 0.9700"


@pytest.fixture
def certified(monkeypatch):
    """Certifying that takes no time: each seed has its certificate, and what was asked with which settings is kept."""

    def certified(certificates):
        asked = []

        class Certifier:
            def __init__(self, assignment, training, server, seed, settings):
                self.seed, self.settings = seed, settings

            def certify(self, source, circumstances):
                asked.append((source, self.seed, self.settings))
                self.settings.tell("progress")
                return certificates[len(asked) - 1]

        monkeypatch.setattr(calibration, "Certifier", Certifier)
        return asked

    return certified


def certificate(accuracy):
    return Certificate("stand-in", "cpu", images=304, accuracy=accuracy, seconds={"training": 3.5})


def test_the_reference_is_trained_once_for_each_seed_and_the_file_is_written(network_course, certified):
    asked = certified([certificate(each) for each in (0.97, 0.98, 0.99)])
    told, done = [], []
    result = calibrate(
        network_course.assignment, 3, 0.995, network_course.place,
        lambda *given: told.append(given), lambda *given: done.append(given),
    )  # fmt: skip
    assert [seed for _, seed, _ in asked] == ["0", "1", "2"]
    assert all(source == network_course.reference for source, _, _ in asked)
    assert all(settings.levels == Levels((0.0,) * 4, 0.995) for _, _, settings in asked)
    assert [seed for seed, _ in told] == [0, 1, 2]
    assert done == [(0, 0.97, 3.5), (1, 0.98, 3.5), (2, 0.99, 3.5)]
    path = path_of_levels(network_course.assignment)
    assert path == network_course.root / "solutions/nets/accuracy.toml"
    assert read_levels(path, "stand-in") == result.levels == levels_for([0.97, 0.98, 0.99], 0.995)
    assert result.published == tuple(pytest.approx(step + STRICTER) for step in result.levels.steps)


def test_a_reference_that_is_not_certified_sets_no_steps_and_leaves_the_file(network_course, certified):
    certified([certificate(0.99), replace(certificate(0.99), refusal=text("An MLP."))])
    path = path_of_levels(network_course.assignment)
    before = path.read_text(encoding="utf-8")
    with pytest.raises(CourseError):
        calibrate(network_course.assignment, 2, 0.99, None, lambda *_: None, lambda *_: None)
    assert path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("content", ["[mnist", "mnist = 3", "[mnist]\nsteps = [0.9]"])
def test_a_broken_file_is_said_before_the_first_seed(network_course, certified, content):
    asked = certified([certificate(0.99)] * 2)
    path = path_of_levels(network_course.assignment)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CourseError) as error:
        calibrate(network_course.assignment, 2, 0.99, None, lambda *_: None, lambda *_: None)
    assert str(path) in str(error.value)
    assert asked == []
    assert path.read_text(encoding="utf-8") == content


def test_an_assignment_without_training_is_not_calibrated(assignment3):
    with pytest.raises(UsageError) as error:
        calibrate(assignment3, 2, 0.99, None, lambda *_: None, lambda *_: None)
    assert "assignment3" in str(error.value)
