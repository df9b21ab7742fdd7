"""What a gradebook tells: grades one after another, and everything that ever happened to one student."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from cnnlab.course import Grade, Override
from cnnlab.gradebook.connection import explained
from cnnlab.gradebook.record import from_record
from cnnlab.gradebook.store import Gradebook

ATTEMPTS = """
    SELECT student.body, submitted, notes, report.body
    FROM attempt
    JOIN student ON student.key = attempt.student
    LEFT JOIN report ON report.id = (
        SELECT max(id) FROM report WHERE report.assignment = attempt.assignment AND report.content = attempt.content
    )
    WHERE attempt.assignment = ? AND attempt.student = ?
    ORDER BY attempt.number, attempt.id
"""


@dataclass(frozen=True)
class Graded:
    """One time that an attempt was graded."""

    at: str
    status: str
    score: float
    max_score: float
    version: str
    environment: str


@dataclass(frozen=True)
class Attempt:
    """Something that was handed in, and every time it was graded, the first time first."""

    content: str
    submitted: str | None
    gradings: tuple[Graded, ...]


@dataclass(frozen=True)
class Overridden:
    """A teacher's decision and when it was made."""

    at: str
    override: Override


@dataclass(frozen=True)
class History:
    """What became of a student in an assignment."""

    assignment: str
    attempts: tuple[Attempt, ...]
    overrides: tuple[Overridden, ...]


def assignments(gradebook: Gradebook) -> list[str]:
    """The assignments that it holds something of."""
    return [row[0] for row in _rows(gradebook, "SELECT DISTINCT assignment FROM attempt ORDER BY assignment")]


def students(gradebook: Gradebook, assignment: str) -> list[str]:
    """The keys of those who handed something in."""
    query = "SELECT DISTINCT student FROM attempt WHERE assignment = ? ORDER BY student"
    return [row[0] for row in _rows(gradebook, query, assignment)]


def attempts(gradebook: Gradebook, assignment: str, student: str) -> tuple[Grade, ...]:
    """Every attempt of a student as a grade without lateness, the last one last; each has its latest report."""
    decided = _overrides(gradebook, assignment, student)
    grades = []
    for number, (body, submitted, notes, report) in enumerate(_rows(gradebook, ATTEMPTS, assignment, student), 1):
        found = from_record(report) if report else None
        grades.append(
            Grade(
                student=from_record(body),
                report=replace(found, submission=student, notes=from_record(notes)) if found else None,
                override=decided[-1].override if decided else None,
                submitted_at=datetime.fromisoformat(submitted) if submitted else None,
                attempt=number,
            )
        )
    return tuple(grades)


def histories(gradebook: Gradebook, student: str) -> Iterator[History]:
    """What became of a student in each assignment."""
    attempted = "SELECT content, submitted FROM attempt WHERE assignment = ? AND student = ? ORDER BY number, id"
    graded = "SELECT graded_at, status, score, max_score, version, environment FROM report WHERE assignment = ? AND content = ? ORDER BY id"
    for assignment in assignments(gradebook):
        found = tuple(
            Attempt(content, submitted, tuple(Graded(*row) for row in _rows(gradebook, graded, assignment, content)))
            for content, submitted in _rows(gradebook, attempted, assignment, student)
        )
        decided = _overrides(gradebook, assignment, student)
        if found or decided:
            yield History(assignment, found, decided)


def _overrides(gradebook: Gradebook, assignment: str, student: str) -> tuple[Overridden, ...]:
    query = "SELECT made_at, points, why FROM override WHERE assignment = ? AND student = ? ORDER BY id"
    return tuple(Overridden(at, Override(*row)) for at, *row in _rows(gradebook, query, assignment, student))


def _rows(gradebook: Gradebook, query: str, *values: str) -> list[Any]:
    with explained(gradebook.path):
        return list(gradebook.connection.execute(query, values))
