"""What a student gets for an assignment: a report, and what policy and teacher made of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cnnlab.course.report import Report, Status
from cnnlab.course.student import Student


@dataclass(frozen=True)
class Override:
    """Points that a teacher gave in place of what was computed, and why."""

    points: float
    why: str


@dataclass(frozen=True)
class Grade:
    """One attempt of a student. `report` is None where nothing was handed in.

    `deduction` is what lateness costs, in points; `late_by` how late it was, zero where it was in time; `submitted_at` has a time zone.
    """

    student: Student
    report: Report | None
    deduction: float = 0.0
    late_by: timedelta = timedelta()
    override: Override | None = None
    submitted_at: datetime | None = None
    attempt: int = 1

    @property
    def earned(self) -> float | None:
        """Points before lateness and override; None where nothing was handed in, or something of ours failed."""
        if self.report is None or self.report.status is Status.FAULT:
            return None
        return float(self.report.score)

    @property
    def points(self) -> float | None:
        """The points that count; None where there are none yet."""
        if self.override is not None:
            return self.override.points
        return None if self.earned is None else max(0.0, round(self.earned - self.deduction, 2))
