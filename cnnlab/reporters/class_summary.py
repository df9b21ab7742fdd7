"""What a class came to, in a few lines: how many, how well, what it misunderstood, and what could not be graded."""

import statistics
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from cnnlab.course import Grade, Status
from cnnlab.messages import Text, text

MAX_NAMED = 10


@dataclass
class ClassSummary:
    """Gathers grades one at a time, so that no report has to stay."""

    points: list[float] = field(default_factory=list)
    full: int = 0
    misconceptions: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    late: int = 0
    overridden: int = 0

    def add(self, grade: Grade) -> None:
        """Count a grade."""
        report = grade.report
        if report is None:
            return
        if report.status is Status.FAULT:
            self.faults.append(grade.student.key)
        self.misconceptions.update({check.hint.misconception for check in report.checks if check.hint})
        self.late += grade.deduction > 0
        self.overridden += grade.override is not None
        if grade.points is not None:
            self.points.append(grade.points)
            self.full += grade.points >= report.max_score


def to_lines(summary: ClassSummary) -> Iterator[Text]:
    """The summary in sentences."""
    if summary.points:
        yield text(
            "Points: {mean} on average, {median} in the middle, from {lowest} to {highest}; {full} of {count} have them all.",
            mean=f"{statistics.mean(summary.points):.1f}",
            median=f"{statistics.median(summary.points):g}",
            lowest=f"{min(summary.points):g}",
            highest=f"{max(summary.points):g}",
            full=summary.full,
            count=len(summary.points),
        )
    if summary.late:
        yield text("Points were taken off for lateness: {count}.", count=summary.late)
    if summary.overridden:
        yield text("Points given by hand: {count}.", count=summary.overridden)
    if summary.misconceptions:
        named = ", ".join(f"{name} {count}" for name, count in summary.misconceptions.most_common(MAX_NAMED))
        yield text("Misconceptions: {named}.", named=named)
    if summary.faults:
        yield text(
            "Without a score, because grading failed, which is not their fault: {names}. The same command tries them again.",
            names=", ".join(summary.faults[:MAX_NAMED]) + (" …" if len(summary.faults) > MAX_NAMED else ""),
        )
