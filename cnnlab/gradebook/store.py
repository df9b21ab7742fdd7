"""What is written into a gradebook, and what a batch asks it before it grades."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from cnnlab.course import Override, Report, Status, Student
from cnnlab.gradebook.connection import PATIENCE_SECONDS, connected, explained, transaction
from cnnlab.gradebook.key import Key
from cnnlab.gradebook.record import to_record
from cnnlab.messages import Text

FILENAME = "gradebook.sqlite"


@dataclass(frozen=True)
class Handed:
    """That a student handed something in: the `number` of the attempt, as the LMS counts, and what should be known of the file."""

    student: Student
    content: str
    number: int = 1
    submitted_at: datetime | None = None
    notes: tuple[Text, ...] = ()


class Gradebook:
    """An open gradebook. Every method may raise GradebookUnavailable."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def known(self, assignment: str, key: Key) -> bool:
        """Whether there is a report that would only come out the same. One with a fault of ours is due again."""
        query = "SELECT status FROM report WHERE assignment = ? AND content = ? AND version = ? AND environment = ? ORDER BY id DESC"
        with explained(self.path):
            found = self.connection.execute(query, (assignment, key.content, key.version, key.environment)).fetchone()
        return found is not None and found[0] == Status.GRADED.value

    def notice(self, assignment: str, handed: Handed) -> None:
        """Note that something was handed in, unless it is what this attempt was before."""
        with explained(self.path):
            if self._is_noted(assignment, handed):
                return
            with transaction(self.connection):
                self._note(assignment, handed)

    def keep(self, report: Report, key: Key, handed: Handed) -> None:
        """Commit a report, with the attempt that it is of."""
        common = replace(report, submission="", notes=())  # these are the attempt's: others may hand in the same
        row = (report.assignment, key.content, key.version, key.environment, report.status.value)
        with explained(self.path), transaction(self.connection):
            if not self._is_noted(report.assignment, handed):
                self._note(report.assignment, handed)
            self.connection.execute(
                "INSERT INTO report (assignment, content, version, environment, status, score, max_score, graded_at, body) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, float(report.score), float(report.max_score), _now(), to_record(common)),
            )

    def override(self, assignment: str, student: str, override: Override) -> None:
        """Put a teacher's points beside what was computed."""
        with explained(self.path), transaction(self.connection):
            self.connection.execute(
                "INSERT INTO override (assignment, student, points, why, made_at) VALUES (?, ?, ?, ?, ?)",
                (assignment, student, override.points, override.why, _now()),
            )

    def _is_noted(self, assignment: str, handed: Handed) -> bool:
        student, body = handed.student, to_record(handed.student)
        latest = self.connection.execute(
            "SELECT content FROM attempt WHERE assignment = ? AND student = ? AND number = ? ORDER BY id DESC",
            (assignment, student.key, handed.number),
        ).fetchone()
        known = self.connection.execute("SELECT body FROM student WHERE key = ?", (student.key,)).fetchone()
        return bool(latest == (handed.content,) and known == (body,))

    def _note(self, assignment: str, handed: Handed) -> None:
        student = handed.student
        self.connection.execute("INSERT OR REPLACE INTO student VALUES (?, ?)", (student.key, to_record(student)))
        submitted = handed.submitted_at.isoformat() if handed.submitted_at else None
        latest = self.connection.execute(
            "SELECT content FROM attempt WHERE assignment = ? AND student = ? AND number = ? ORDER BY id DESC",
            (assignment, student.key, handed.number),
        ).fetchone()
        if latest != (handed.content,):
            self.connection.execute(
                "INSERT INTO attempt (assignment, student, number, content, submitted, notes) VALUES (?, ?, ?, ?, ?, ?)",
                (assignment, student.key, handed.number, handed.content, submitted, to_record(handed.notes)),
            )


@contextmanager
def open_gradebook(path: Path, patience: float = PATIENCE_SECONDS) -> Iterator[Gradebook]:
    """The gradebook at a path; it is made where there is none.

    Raises:
        GradebookUnavailable: where it cannot be used.
    """
    with connected(path, patience) as connection:
        yield Gradebook(connection, path)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
