"""The gradebook keeps what it was given through anything that happens to its file, and says in a sentence where it cannot."""

import resource
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cnnlab.course import Check, Group, Outcome, Override, Report, Student
from cnnlab.errors import GradebookUnavailable
from cnnlab.gradebook import connection
from cnnlab.gradebook.connection import connected
from cnnlab.gradebook.key import Key
from cnnlab.gradebook.reading import assignments, attempts, histories, students
from cnnlab.gradebook.store import Handed, open_gradebook
from cnnlab.messages import text

KIM = Student("김하늘", "김하늘", email="kim@example.org")


def report_of(points, outcome=Outcome.PASSED):
    check = Check("test_a", text("A check"), Group.HIDDEN, points, outcome, None, "01-tiny")
    return Report("tiny", "someone", (check,), "none", 0.5)


def handed(content, number=1, student=KIM, **more):
    return Handed(student, content, number, **more)


@pytest.fixture
def book(tmp_path):
    with open_gradebook(tmp_path / "gradebook.sqlite") as opened:
        yield opened


def test_only_the_very_same_key_is_known_and_a_fault_is_due_again(book):
    key = Key("c", "v", "e")
    assert not book.known("tiny", key)
    book.keep(report_of(5, Outcome.FAULT), key, handed("c"))
    assert not book.known("tiny", key)
    book.keep(report_of(5), key, handed("c"))
    assert book.known("tiny", key)
    for other in (Key("d", "v", "e"), Key("c", "w", "e"), Key("c", "v", "f")):
        assert not book.known("tiny", other)
    assert not book.known("other", key)


def test_attempts_are_kept_in_the_order_of_the_lms_and_the_latest_report_of_each_counts(book):
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    book.keep(report_of(7), Key("second", "v", "e"), handed("second", 2, submitted_at=at))
    book.keep(report_of(3), Key("first", "v", "e"), handed("first", 1, notes=(text("a note"),)))
    book.keep(report_of(4), Key("first", "w", "e"), handed("first", 1))
    one, two = attempts(book, "tiny", KIM.key)
    assert (one.attempt, one.earned, one.report.submission, one.report.notes) == (1, 4.0, KIM.key, (text("a note"),))
    assert (two.attempt, two.earned, two.submitted_at, two.student) == (2, 7.0, at, KIM)
    assert students(book, "tiny") == [KIM.key]
    assert assignments(book) == ["tiny"]


def test_noticing_the_same_again_adds_nothing_and_something_else_is_another_attempt(book):
    for content, total in (("a", 1), ("a", 1), ("b", 2), ("b", 2), ("a", 3)):
        book.notice("tiny", handed(content))
        assert len(attempts(book, "tiny", KIM.key)) == total
    book.notice("tiny", handed("a", student=replace(KIM, email="new@example.org")))
    assert [grade.student.email for grade in attempts(book, "tiny", KIM.key)] == ["new@example.org"] * 3


def test_those_who_hand_in_the_same_share_its_report_under_their_own_names(book):
    lee = Student("이서연", "이서연")
    book.keep(report_of(3), Key("c", "v", "e"), handed("c", notes=(text("kim's note"),)))
    book.notice("tiny", handed("c", student=lee))
    (grade,) = attempts(book, "tiny", lee.key)
    assert (grade.report.submission, grade.earned, grade.report.notes) == (lee.key, 3.0, ())


def test_an_override_stands_beside_what_was_computed(book):
    book.keep(report_of(3), Key("c", "v", "e"), handed("c"))
    book.override("tiny", KIM.key, Override(9, "shown in class"))
    book.override("tiny", KIM.key, Override(8.5, "a slip"))
    (grade,) = attempts(book, "tiny", KIM.key)
    assert (grade.points, grade.earned, grade.override.why) == (8.5, 3.0, "a slip")
    (history,) = histories(book, KIM.key)
    assert [each.override.points for each in history.overrides] == [9.0, 8.5]
    assert [each.score for each in history.attempts[0].gradings] == [3.0]
    assert list(histories(book, "nobody")) == []


def test_a_clock_that_goes_backwards_changes_no_order(book, monkeypatch):
    for points, now in ((3, "2030-01-01T00:00:00+00:00"), (4, "2020-01-01T00:00:00+00:00")):
        monkeypatch.setattr("cnnlab.gradebook.store._now", lambda now=now: now)
        book.keep(report_of(points), Key("c", "v", "e"), handed("c"))
        book.override("tiny", KIM.key, Override(points, "why"))
    (grade,) = attempts(book, "tiny", KIM.key)
    assert (grade.earned, grade.points) == (4.0, 4.0)


def test_an_older_gradebook_is_brought_up_to_date_and_keeps_its_rows(tmp_path):
    path = tmp_path / "gradebook.sqlite"
    with open_gradebook(path) as book:
        book.keep(report_of(3), Key("c", "v", "e"), handed("c"))
    newer = connection.SCHEMA.read_text(encoding="utf-8") + "-- version 2\nALTER TABLE attempt ADD COLUMN room TEXT;\n"
    for _ in range(2):
        with connected(path, schema=newer) as opened:
            assert opened.execute("SELECT student, room FROM attempt").fetchall() == [(KIM.key, None)]
            assert opened.execute("PRAGMA user_version").fetchone() == (2,)
    with (
        pytest.raises(
            GradebookUnavailable, match=r"was written by a newer cnnlab \(its version is 2, this cnnlab knows 1\)"
        ),
        open_gradebook(path),
    ):
        pass


def test_a_gradebook_that_is_locked_is_a_sentence(tmp_path):
    path = tmp_path / "gradebook.sqlite"
    with open_gradebook(path, patience=0.01) as book:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(GradebookUnavailable, match="is locked by another program"):
            book.keep(report_of(3), Key("c", "v", "e"), handed("c"))
        other.execute("ROLLBACK")
        other.close()
        book.keep(report_of(3), Key("c", "v", "e"), handed("c"))
        assert book.known("tiny", Key("c", "v", "e"))


def test_a_gradebook_that_another_process_has_locked_is_a_sentence_and_waited_for(tmp_path):
    path = tmp_path / "gradebook.sqlite"
    with open_gradebook(path):
        pass
    program = (
        "import sqlite3, sys\n"
        "other = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "other.execute('BEGIN IMMEDIATE')\n"
        "print('locked', flush=True)\n"
        "sys.stdin.readline()\n"
        "other.execute('COMMIT')\n"
    )
    command = [sys.executable, "-c", program, path]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as locking:
        assert locking.stdout.readline() == "locked\n"
        with open_gradebook(path, patience=0.1) as book:
            with pytest.raises(GradebookUnavailable, match="is locked by another program"):
                book.keep(report_of(3), Key("c", "v", "e"), handed("c"))
            assert not book.known("tiny", Key("c", "v", "e"))  # who only reads does not wait
        with open_gradebook(path, patience=100) as book, ThreadPoolExecutor() as pool:
            released = pool.submit(locking.communicate, "go on\n")
            book.keep(report_of(4), Key("d", "v", "e"), handed("d"))
            released.result(100)
        assert locking.returncode == 0
    with open_gradebook(path) as book:
        assert [grade.earned for grade in attempts(book, "tiny", KIM.key)] == [4.0]


def test_two_programs_write_at_once_and_nothing_is_lost(tmp_path):
    path = tmp_path / "gradebook.sqlite"
    program = (
        "import sys; from pathlib import Path; from cnnlab.course import Override; from cnnlab.gradebook.store import open_gradebook\n"
        "with open_gradebook(Path(sys.argv[1])) as book:\n"
        "    for number in range(50): book.override('tiny', sys.argv[2], Override(number, 'why'))\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, path, name]) for name in ("a", "b")]
    assert [each.wait(120) for each in running] == [0, 0]
    with sqlite3.connect(path) as found:
        assert found.execute("SELECT student, count(*) FROM override GROUP BY student").fetchall() == [
            ("a", 50),
            ("b", 50),
        ]


def test_a_full_disk_is_a_sentence_and_what_was_committed_stays(tmp_path):
    path = tmp_path / "gradebook.sqlite"
    with open_gradebook(path) as book:
        book.keep(report_of(3), Key("c", "v", "e"), handed("c"))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_gradebook(path) as book:
        resource.setrlimit(resource.RLIMIT_FSIZE, (256, limits[1]))
        try:
            with pytest.raises(GradebookUnavailable, match=r"cannot be written: .*make room"):
                book.keep(report_of(4), Key("d", "v", "e"), handed("d"))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        book.keep(report_of(5), Key("e", "v", "e"), handed("e"))
    with open_gradebook(path) as book:
        assert [grade.earned for grade in attempts(book, "tiny", KIM.key)] == [3.0, 5.0]


def test_a_database_that_is_full_is_a_sentence(book):
    pages = book.connection.execute("PRAGMA page_count").fetchone()[0]
    book.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(GradebookUnavailable, match="database or disk is full"):
        for number in range(100):
            book.override("tiny", "kim", Override(1, "why " * 1000 + str(number)))
    book.connection.execute(f"PRAGMA max_page_count = {pages + 100}")
    book.override("tiny", "kim", Override(2, "later"))


@pytest.mark.parametrize("place", ["/proc/gradebook.sqlite", "no/such/folder/gradebook.sqlite", "."])
def test_a_place_that_takes_no_file_is_a_sentence(tmp_path, place):
    with (
        pytest.raises(GradebookUnavailable, match=r"cannot be written: .*--gradebook"),
        open_gradebook(tmp_path / place),
    ):
        pass


def test_what_is_no_gradebook_is_a_sentence_and_stays_as_it_is(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("my notes " * 500, encoding="utf-8")
    with pytest.raises(GradebookUnavailable, match="is not a gradebook"), open_gradebook(path):
        pass
    assert path.read_text(encoding="utf-8") == "my notes " * 500
