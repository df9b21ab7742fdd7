"""A path becomes a Submission, or a sentence: whatever lies there, nothing of it is followed, run or waited for."""

import itertools
import os
import socket
from functools import partial
from pathlib import Path

import pytest

from cnnlab.course import Outcome, Submission, catalogue
from cnnlab.errors import CnnlabError, UsageError
from cnnlab.grading.session import grade
from cnnlab.importers.file import MAX_BYTES, default_path, read_submission


@pytest.fixture
def student(tmp_path):
    """A student's folder."""
    folder = tmp_path / "김민지"
    folder.mkdir()
    return folder


@pytest.fixture
def read(assignment3):
    """Read a path for assignment3; answers (submission, sentence of its problem)."""

    def read(path):
        submission = read_submission(path, assignment3)
        return submission, str(CnnlabError(submission.problem)) if submission.problem else ""

    return read


def refused(assignment, path):
    with pytest.raises(UsageError) as caught:
        read_submission(path, assignment)
    return str(caught.value)


def test_a_file_and_the_folder_that_holds_it_are_the_same_submission(student, read):
    (student / "pooling.py").write_text("x = 1\n", encoding="utf-8")
    by_file, by_folder = read(student / "pooling.py")[0], read(student)[0]
    assert by_file == by_folder
    assert (by_file.name, by_file.source, by_file.notes, by_file.problem) == ("김민지", "x = 1\n", (), None)


def test_a_relative_file_is_named_after_its_folder(student, read, monkeypatch):
    (student / "pooling.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.chdir(student)
    assert read((student / "pooling.py").relative_to(student))[0].name == "김민지"


def test_a_relative_folder_is_named_after_itself(student, read, monkeypatch, tmp_path):
    (student / "pooling.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.chdir(student)
    assert read((tmp_path / ".").relative_to(tmp_path))[0].name == "김민지"


def test_a_missing_path_suggests_the_near_one(student, assignment3):
    (student / "pooling.py").write_text("x = 1\n", encoding="utf-8")
    near = refused(assignment3, student / "poling.py")
    assert near == f"{student / 'poling.py'} does not exist. Did you mean {student / 'pooling.py'}?"
    assert refused(assignment3, student / "x" / "y") == f"{student / 'x' / 'y'} does not exist."
    assert refused(assignment3, student / "pooling.py" / "x").endswith("does not exist.")


def test_a_misnamed_file_in_a_folder_is_graded_and_the_right_name_is_said(student, read):
    (student / "poolling (1).py").write_text("x = 1\n", encoding="utf-8")
    submission, problem = read(student)
    assert (submission.source, problem) == ("x = 1\n", "")
    assert [str(CnnlabError(note)) for note in submission.notes] == [
        "The file is called poolling (1).py; hand it in as pooling.py."
    ]


def test_a_folder_without_the_file_says_what_is_in_it(student, assignment3):
    assert (
        refused(assignment3, student)
        == f"{student} has no pooling.py; name the file you want graded. Python files in it: –."
    )
    (student / "homework.py").write_text("x = 1\n", encoding="utf-8")
    assert refused(assignment3, student).endswith("Python files in it: homework.py.")


def test_a_folder_that_is_called_like_the_file_is_looked_into(student, read, assignment3):
    (student / "pooling.py").mkdir()
    assert "has no pooling.py" in refused(assignment3, student / "pooling.py")
    (student / "pooling.py" / "pooling.py").write_text("x = 1\n", encoding="utf-8")
    assert read(student / "pooling.py")[0].source == "x = 1\n"


def test_a_folder_in_the_place_of_the_file_is_said(student, assignment3):
    (student / "pooling.py").mkdir()
    message = refused(assignment3, student)
    assert message.startswith(f"{student} has no pooling.py;")
    assert "Python files in it: –." in message


def test_a_folder_called_pooling_is_a_folder(student, read):
    (student / "pooling").mkdir()
    (student / "pooling" / "pooling.py").write_text("x = 1\n", encoding="utf-8")
    assert read(student / "pooling")[0].source == "x = 1\n"


@pytest.mark.parametrize("content", [b"", b"\n", b" \n\t\n", b"\xef\xbb\xbf", b"\r\n\r\n"])
def test_an_empty_file_is_said_to_be_empty(student, read, content):
    (student / "pooling.py").write_bytes(content)
    assert read(student)[1] == "pooling.py is empty. Start from the file that `cnnlab start assignment3` gives you."


def test_a_huge_file_is_not_read(student, read):
    with (student / "pooling.py").open("wb") as stream:
        stream.truncate(200 * 10**6)
    assert read(student)[1] == "pooling.py has 200.0 MB; a solution needs a few kB, and at most 1 MB is read."


@pytest.mark.parametrize(("size", "readable"), [(MAX_BYTES, True), (MAX_BYTES + 1, False)])
def test_the_largest_file_that_is_read(student, read, size, readable):
    (student / "pooling.py").write_bytes(b"#" * size)
    submission, problem = read(student)
    assert (problem == "", len(submission.source) == size) == (readable, readable)


class ChangesWhileRead:
    """A file's stream that is overtaken: something is written into the file after a part of it has been read."""

    def __init__(self, stream, changes):
        self._stream, self._changes = stream, changes

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._stream.close()

    def seek(self, place):
        return self._stream.seek(place)

    def read(self, size):
        piece = self._stream.read(min(size, 10))
        if change := next(self._changes, None):
            change()
        return piece


@pytest.fixture
def overtaken(monkeypatch):
    """Have one change after another made while files are read."""
    fdopen = os.fdopen
    return lambda changes: monkeypatch.setattr(
        "os.fdopen", lambda *arguments, **more: ChangesWhileRead(fdopen(*arguments, **more), iter(changes))
    )


def test_a_file_that_changes_while_it_is_read_is_never_half_old_and_half_new(student, read, overtaken):
    path = student / "pooling.py"
    path.write_text("x = 1  # the old one\n" * 3, encoding="utf-8")
    new = "y = 22222  # the new one, which is longer\n" * 4
    overtaken([lambda: path.write_text("", encoding="utf-8"), lambda: path.write_text(new, encoding="utf-8")])
    assert read(student) == (Submission("김민지", new), "")


def test_a_file_that_grows_while_it_is_read_is_not_cut_off(student, read, overtaken):
    path = student / "pooling.py"
    path.write_bytes(b"#" * 100)
    overtaken([lambda: path.write_bytes(b"#" * (MAX_BYTES + 5))])
    assert read(student)[1].startswith("pooling.py has 1.0 MB; a solution needs a few kB")


def test_a_file_that_never_comes_to_rest_is_a_sentence(student, read, overtaken):
    path = student / "pooling.py"
    path.write_text("x = 1\n", encoding="utf-8")
    overtaken(partial(os.utime, path, (number, number)) for number in itertools.count(1))
    assert read(student)[1] == ("pooling.py changed again and again while it was read. Run the same command again.")


def test_a_file_that_the_disk_does_not_give_is_a_sentence(read):
    assert read(Path("/proc/self/mem"))[1] == "mem cannot be read: Input/output error."


@pytest.mark.parametrize("target", ["/etc/passwd", "real.py", "nowhere", "pooling.py", "/dev/zero"])
def test_a_link_is_not_followed(student, read, target):
    (student / "real.py").write_text("x = 1\n", encoding="utf-8")
    (student / "pooling.py").symlink_to(target)
    for path in (student, student / "pooling.py"):
        submission, problem = read(path)
        assert (submission.source, problem) == ("", "pooling.py is a link to another file. Hand in the file itself.")


def test_a_link_to_a_misconception_is_not_taken_for_one(student, read, assignment3):
    """Grading one lays it over the reference, which a student must not be able to ask for."""
    path = next((assignment3.solution / "misconceptions").glob("*/pooling.py"))
    (student / "pooling.py").symlink_to(path)
    submission, problem = read(student)
    assert (submission.source, problem[:20]) == ("", "pooling.py is a link")


def test_a_pipe_is_not_waited_for(student, read):
    os.mkfifo(student / "pooling.py")
    assert read(student)[1] == "pooling.py is not a regular file. Hand in a Python file."


def test_a_socket_and_a_device_are_no_files(student, read):
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(student / "pooling.py"))
        assert read(student)[1].startswith("pooling.py cannot be read: ")
    assert read(Path("/dev/zero"))[1] == "zero is not a regular file. Hand in a Python file."


def test_control_characters_of_a_file_name_are_kept_out_of_the_message(student, read):
    (student / "pooling\x1b[2J.py").write_text("x = 1\n", encoding="utf-8")
    notes = "".join(str(CnnlabError(note)) for note in read(student)[0].notes)
    assert "hand it in as pooling.py" in notes
    assert "\x1b" not in notes


def test_a_file_that_cannot_be_run_still_gets_a_whole_report(student, course, assignment3):
    (student / "pooling.py").symlink_to("/etc/passwd")
    report = grade(course, assignment3, read_submission(student, assignment3))
    assert {check.outcome for check in report.checks} == {Outcome.ERROR}
    assert (report.score, report.max_score, report.submission) == (0, 100, "김민지")
    assert "is a link to another file" in str(CnnlabError(report.checks[0].message))


def test_a_misconception_as_a_path_is_laid_over_the_reference(assignment3, read):
    path = assignment3.solution / "misconceptions" / "zero_padding"
    for each in (path, path / "pooling.py"):
        assert read(each)[0].name == "zero_padding"
        assert "def avg_pool2d" in read(each)[0].source


def test_without_a_path_the_file_is_looked_for_in_three_places(tiny_course, tmp_path):
    course, tiny = tiny_course.course, tiny_course.assignment()
    here = tmp_path / "here"
    (here / "tiny").mkdir(parents=True)
    assert default_path(course, tiny, here) == tiny.handout / "tiny.py"
    (here / "tiny" / "tiny.py").touch()
    assert default_path(course, tiny, here) == here / "tiny" / "tiny.py"
    (here / "tiny.py").touch()
    assert default_path(course, tiny, here) == here / "tiny.py"
    for path in (here / "tiny.py", here / "tiny" / "tiny.py", tiny.handout / "tiny.py"):
        path.unlink()
    with pytest.raises(UsageError, match=r"There is no tiny\.py here. `cnnlab start tiny` gives you one"):
        default_path(course, tiny, here)


def test_the_bundled_starter_is_nobodys_submission(tiny_course, tmp_path, monkeypatch):
    monkeypatch.setattr(catalogue, "BUNDLED", tiny_course.root)
    with pytest.raises(UsageError, match=r"There is no tiny\.py here"):
        default_path(tiny_course.course, tiny_course.assignment(), tmp_path)


def test_a_link_to_a_folder_is_followed_where_it_was_typed(student, read, tmp_path):
    (student / "pooling.py").write_text("x = 1\n", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(student)
    assert read(link)[0].source == "x = 1\n"
