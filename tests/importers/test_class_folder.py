"""A plain folder of students, with and without a roster: nobody is lost, and nobody's fault stops the class."""

import io
import os
import unicodedata
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cnnlab.course import Outcome
from cnnlab.errors import PackageUnavailable, UsageError
from cnnlab.grading.session import grade_each
from cnnlab.importers.class_folder import open_class, read_entry
from cnnlab.importers.layouts.pile import Kind
from tests.importers.conftest import ANSWER, all_said, said

NFD = unicodedata.normalize("NFD", "김민지")
NFC = "김민지"


def test_folders_and_files_are_students_side_by_side(write, opened):
    found, read = opened(write({"alice/pooling.py": ANSWER, "bob.py": ANSWER, "이철수/pooling.py": ANSWER}))
    assert (found.kind, set(read), found.missing) == (Kind.PLAIN, {"alice", "bob", "이철수"}, ())
    assert all(submission.source == ANSWER for [(_, submission)] in read.values())
    assert (read["bob"][0][1].name, read["bob"][0][0].attempt) == ("bob", 1)


def test_the_file_tells_when_it_was_handed_in(write, opened):
    _, read = opened(write({"alice/pooling.py": (ANSWER, 1_700_000_000)}))
    assert read["alice"][0][0].submitted_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


def test_names_are_in_nfc_and_two_spellings_of_one_name_are_two_attempts(write, opened):
    assert NFD != NFC
    files = {f"{NFD}/pooling.py": ("x = 2\n", 2_000_000_000), f"{NFC}.py": ("x = 1\n", 1_000_000_000)}
    _, read = opened(write(files))
    assert set(read) == {NFC}
    assert [(entry.attempt, submission.source) for entry, submission in read[NFC]] == [(1, "x = 1\n"), (2, "x = 2\n")]
    assert "This is attempt 2 of 2 that were found." in all_said(read[NFC][1][1].notes)


@pytest.mark.parametrize("name", ["poolling.py", "Pooling.PY", "pooling (1).py", "pooling_final.py", "homework.py"])
def test_a_near_miss_is_graded_with_a_note(write, only, name):
    submission = only(write({f"alice/{name}": ANSWER, "alice/test_public.py": "y = 1\n"}))["alice"]
    assert (submission.source, submission.problem) == (ANSWER, None)
    assert all_said(submission.notes) == [f"The file is called {name}; hand it in as pooling.py."]


def test_the_right_name_goes_before_any_other(write, only):
    files = {"alice/pooling.py": ANSWER, "alice/pooling1.py": "x = 1\n", "alice/old/pooling.py": "x = 2\n"}
    submission = only(write(files))["alice"]
    assert (submission.source, submission.notes) == (ANSWER, ())


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"alice/notes.txt": "hi"}, "There is no pooling.py in what was handed in. There is: notes.txt."),
        ({"alice/a.py": "1", "alice/b.py": "2"}, "There is no pooling.py in what was handed in. There is: a.py, b.py."),
        (
            {"alice/pooling.py": ""},
            "pooling.py is empty. Start from the file that `cnnlab start assignment3` gives you.",
        ),
        ({"alice/pooling.py": b"\x7fELF\xff\xfe\x80"}, "pooling.py is neither UTF-8 nor CP949 text."),
        ({"alice/pooling.py": b"#" * 1_200_000}, "pooling.py has 1.2 MB; a solution needs a few kB"),
        ({"alice/pooling.zip": "no zip"}, "pooling.zip is damaged and cannot be unpacked. Hand it in again."),
        ({"alice/pooling.ipynb": "{]"}, "pooling.ipynb is not a notebook that can be read. Save it again."),
    ],
)
def test_a_problem_is_the_outcome_of_one_student(write, only, files, problem):
    read = only(write({**files, "bob.py": ANSWER}))
    assert said(read["alice"].problem).startswith(problem)
    assert (read["bob"].source, read["bob"].problem) == (ANSWER, None)


def test_links_and_pipes_are_not_followed(write, only, tmp_path):
    root = write({"alice/pooling.py": ANSWER})
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "pooling.py").write_text("secret = 1\n")
    for name in ("eve", "mallory", "pipe"):
        (root / name).mkdir()
    (root / "eve" / "pooling.py").symlink_to(tmp_path / "outside" / "pooling.py")
    (root / "oscar").symlink_to(tmp_path / "outside")
    (root / "mallory" / "inner").symlink_to(root)
    os.mkfifo(root / "pipe" / "pooling.py")
    read = only(root)
    assert said(read["eve"].problem) == "pooling.py is a link to another file. Hand in the file itself."
    assert said(read["pipe"].problem) == "pooling.py is not a regular file. Hand in a Python file."
    assert set(read) == {"alice", "eve", "mallory", "oscar", "pipe"}
    for name in ("mallory", "oscar"):
        assert said(read[name].problem) == "There is no pooling.py in what was handed in. There is: –."


def test_what_systems_leave_behind_is_nobody(write, opened):
    files = {"alice/pooling.py": ANSWER, ".DS_Store": "x", "__MACOSX/alice/._pooling.py": "x", ".vscode/a.py": "x"}
    found, read = opened(write({**files, "alice/__pycache__/pooling.py": "x", "readme.txt": "x"}))
    assert set(read) == {"alice"}
    assert all_said(found.notes) == ["1 files belong to no student and were left out: readme.txt."]


def test_a_roster_names_students_and_who_is_missing(write, opened):
    roster = "학번,이름,email\n2023001,김민지,kim@x.kr\n2023002,이철수,lee@x.kr\n2023003,박영희,park@x.kr\n"
    files = {"roster.csv": roster, "김민지.py": ANSWER, "2023002/pooling.py": ANSWER, "park2@x.kr.py": ANSWER}
    found, read = opened(write(files))
    assert set(read) == {"2023001", "2023002", "park2@x.kr"}
    assert read["2023001"][0][0].student.email == "kim@x.kr"
    assert [student.name for student in found.missing] == ["박영희"]
    assert all_said(found.notes) == ["Not on the roster, and graded all the same: park2@x.kr."]


def test_one_student_under_two_names_of_the_roster_has_two_attempts(write, opened):
    files = {"김민지.py": ("x = 1\n", 2_000_000_000), "2023001.py": ("x = 2\n", 1_000_000_000)}
    _, read = opened(write({"roster.csv": "학번,이름\n2023001,김민지\n", **files}))
    assert [submission.source for _, submission in read["2023001"]] == ["x = 2\n", "x = 1\n"]


def test_a_roster_elsewhere_is_taken_when_it_is_named(write, opened, tmp_path):
    (tmp_path / "list.csv").write_text("name,login\nAlice Kim,alice\nBob,bob\n", encoding="utf-8")
    found, read = opened(write({"alice.py": ANSWER}), tmp_path / "list.csv")
    assert (read["alice"][0][0].student.name, found.missing[0].key) == ("Alice Kim", "bob")


@pytest.mark.parametrize("path", ["nowhere", "file.txt"])
def test_what_is_no_class_is_wrong_usage(tmp_path, assignment3, path):
    (tmp_path / "file.txt").write_text("hello")
    with pytest.raises(UsageError), open_class(tmp_path / path, assignment3):
        pass


def test_sources_are_read_when_they_are_asked_for(write, assignment3):
    root = write({f"s{number}.py": ANSWER for number in range(20)})
    with open_class(root, assignment3) as found:
        (root / "s7.py").write_text("later = 1\n")
        (root / "s8.py").unlink()
        by_key = {entry.student.key: entry for entry in found.entries}
        assert read_entry(found, by_key["s7"], assignment3).source == "later = 1\n"
        assert said(read_entry(found, by_key["s8"], assignment3).problem).startswith("s8.py cannot be read")


def test_a_class_is_graded_whatever_its_students_handed_in(write, tiny_course, right_answer):
    root = write({"good.py": right_answer, "bad/tiny.zip": "no zip", "none/notes.txt": "", "empty/tiny.py": ""})
    assignment = tiny_course.assignment()
    reports = []
    with open_class(root, assignment) as found:
        submissions = (read_entry(found, entry, assignment) for entry in found.entries)
        grade_each(tiny_course.course, assignment, submissions, reports.append)
    assert {report.submission: report.score for report in reports} == {"good": 100, "bad": 0, "none": 0, "empty": 0}
    [bad] = [report for report in reports if report.submission == "bad"]
    assert {check.outcome for check in bad.checks} == {Outcome.ERROR}


def test_an_empty_folder_is_a_student_who_handed_in_nothing(write, only):
    root = write({"alice/pooling.py": ANSWER})
    (root / "bob").mkdir()
    assert said(only(root)["bob"].problem) == "There is no pooling.py in what was handed in. There is: –."


@pytest.mark.parametrize("encoding", ["cp949", "cp437"])
def test_names_that_an_old_zip_left_behind_are_read(tmp_path, only, encoding):
    name = "김민지" if encoding == "cp949" else "Jérôme"
    folder = Path(os.fsdecode(os.fsencode(tmp_path / "class") + b"/" + name.encode(encoding)))
    folder.mkdir(parents=True)
    (folder / "pooling.py").write_text(ANSWER)
    read = only(tmp_path / "class")
    assert (set(read), read[name].source) == ({name}, ANSWER)


def packed(**files):
    """A zip that a student made."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return into.getvalue()


@pytest.mark.parametrize(
    "files",
    [
        {"bob/pooling.ipynb": "{}"},
        {"bob.ipynb": "{}"},
        {"bob/homework.zip": packed(pooling__ipynb="{}", notes__txt="")},
        {"bob/homework.zip": packed(my_work__IPYNB="{}")},
    ],
)
def test_a_notebook_without_its_package_is_said_before_anything_is_graded(write, assignment3, monkeypatch, files):
    root = write({"alice/pooling.py": ANSWER, **files})
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(PackageUnavailable, match=r"pip install 'cnnlab\[lms\]'"), open_class(root, assignment3):
        pass


def test_a_notebook_that_is_not_graded_needs_no_package(write, opened, monkeypatch):
    files = {
        "alice/pooling.py": ANSWER,
        "alice/draft.ipynb": "{}",
        "bob/homework.zip": packed(pooling__py=ANSWER, draft__ipynb="{}"),
        "eve/homework.zip": b"no zip",
    }
    root = write(files)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    _, read = opened(root)
    assert (read["alice"][0][1].source, read["bob"][0][1].source) == (ANSWER, ANSWER)
    assert said(read["eve"][0][1].problem).startswith("homework.zip is damaged")
