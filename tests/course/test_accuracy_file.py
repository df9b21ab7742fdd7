"""`accuracy.toml`: what is written is read again, other tables stay, and what is wrong is named with its file and key."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnnlab.course import Levels
from cnnlab.course.accuracy_file import read_levels, read_tables, write_levels
from cnnlab.errors import CourseError

RIGHT = "[mnist]\nsteps = [0.97, 0.99]\nstop_at = 0.992\n"
SHARES = st.floats(0.0001, 0.9999)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "assignment4" / "accuracy.toml"


@pytest.fixture
def written(path):
    def written(content):
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path

    return written


def refused(path, source="mnist"):
    with pytest.raises(CourseError) as error:
        read_levels(path, source)
    return str(error.value)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    steps=st.lists(SHARES, min_size=1, max_size=6).map(sorted),
    stop_at=SHARES,
    trained=st.sampled_from(["", "20 seeds: mean 0.99"]),
)
def test_what_is_written_is_read_again(path, steps, stop_at, trained):
    path.parent.mkdir(exist_ok=True)
    levels = Levels(tuple(steps), stop_at, trained)
    write_levels(path, "mnist", levels)
    assert read_levels(path, "mnist") == levels


def test_levels_of_other_digits_stay(written):
    path = written(RIGHT)
    write_levels(path, "stand-in", Levels((0.8,), 0.95, "2 seeds"))
    assert read_levels(path, "mnist") == Levels((0.97, 0.99), 0.992)
    assert read_levels(path, "stand-in") == Levels((0.8,), 0.95, "2 seeds")
    write_levels(path, "mnist", Levels((0.5,), 0.6))
    assert read_levels(path, "mnist") == Levels((0.5,), 0.6)
    assert read_levels(path, "stand-in").trained == "2 seeds"


def test_a_missing_file_names_the_command_that_writes_it(path):
    assert refused(path) == f"{path} is missing. Write it with: cnnlab calibrate assignment4"


def test_missing_levels_name_the_digits(written):
    path = written(RIGHT)
    assert (
        refused(path, "stand-in") == f"{path} has no levels for stand-in. Add them with: cnnlab calibrate assignment4"
    )


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("mnist = 3", "mnist"),
        ("[mnist]\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = [0.9]", "mnist.stop_at"),
        ("[mnist]\nsteps = []\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = [97.0]\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = [0.99, 0.97]\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = [0.0, 0.97]\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = ['0.9']\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = [true]\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = [nan]\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = 0.9\nstop_at = 0.9", "mnist.steps"),
        ("[mnist]\nsteps = [0.9]\nstop_at = 1", "mnist.stop_at"),
        ("[mnist]\nsteps = [0.9]\nstop_at = '0.9'", "mnist.stop_at"),
        ("[mnist]\nsteps = [0.9]\nstop_at = 0.9\ntrained = 3", "mnist.trained"),
        ("[mnist]\nsteps = [0.9]\nstop_at = 0.9\nstopat = 0.9", "mnist.stopat"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(written, content, key):
    path = written(content)
    message = refused(path)
    assert str(path) in message
    assert f"The key {key} " in message


@pytest.mark.parametrize("content", ["[mnist", "steps = [0.9", "\x00"])
def test_a_file_that_is_no_toml_is_named(written, content):
    path = written(content)
    assert f"{path} is not valid TOML" in refused(path)


def test_bytes_that_are_no_text_are_named(written):
    path = written("")
    path.write_bytes(b"\xff\xfe[mnist]")
    assert f"{path} is not valid TOML" in refused(path)


@pytest.mark.parametrize("content", ["[mnist", "mnist = 3", "[other]\nsteps = 3", "[mnist]\nsteps = [0.9]"])
def test_writing_over_a_broken_file_is_refused_by_name(written, content):
    path = written(content)
    with pytest.raises(CourseError) as error:
        write_levels(path, "stand-in", Levels((0.8,), 0.9))
    assert str(path) in str(error.value)
    assert path.read_text(encoding="utf-8") == content
    with pytest.raises(CourseError):
        read_tables(path)


def test_where_there_is_no_file_there_are_no_tables(path):
    assert read_tables(path) == {}


@pytest.mark.parametrize("trained", ['a "quote"', "a \\ slash", "two\nlines", "한국어"])
def test_words_of_a_persons_own_and_a_name_with_a_space_survive_a_writing(written, trained):
    path = written('["my digits"]\nsteps = [0.5]\nstop_at = 0.6\n')
    write_levels(path, "mnist", Levels((0.8,), 0.9, trained))
    write_levels(path, "stand-in", Levels((0.8,), 0.9))
    assert read_levels(path, "mnist").trained == trained
    assert read_levels(path, "my digits") == Levels((0.5,), 0.6)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(CourseError) as error:
        write_levels(tmp_path / "nowhere" / "accuracy.toml", "mnist", Levels((0.8,), 0.9))
    assert "cannot be written" in str(error.value)
