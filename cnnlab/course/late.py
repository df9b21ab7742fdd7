"""What lateness costs, and which of several attempts counts: pure functions over the policy of `course.toml`."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from cnnlab.course.grade import Grade, Override
from cnnlab.course.report import Report
from cnnlab.course.student import Student

DAY = timedelta(days=1)


class Attempts(Enum):
    """Which of a student's attempts counts."""

    BEST = "best"
    LAST = "last"


@dataclass(frozen=True)
class LatePolicy:
    """Lateness up to `grace` costs nothing. Beyond it every day that has begun since the due date costs `percent_per_day` of the
    points earned, and `floor_percent` of them are kept however late it is.
    """

    grace: timedelta = timedelta()
    percent_per_day: float = 0.0
    floor_percent: float = 0.0
    attempts: Attempts = Attempts.BEST


def late_by(submitted_at: datetime | None, due: datetime | None) -> timedelta:
    """How late it was; zero where it was in time, or where either time is not known. Both have a time zone."""
    if submitted_at is None or due is None:
        return timedelta()
    return max(submitted_at - due, timedelta())


def deduction(earned: float, late: timedelta, policy: LatePolicy) -> float:
    """The points that lateness costs, to the hundredth."""
    if late <= policy.grace or late <= timedelta():
        return 0.0
    percent = min(policy.percent_per_day * math.ceil(late / DAY), 100.0 - policy.floor_percent)
    return round(earned * percent / 100, 2)


def grade_by(
    policy: LatePolicy,
    student: Student,
    report: Report | None,
    *,
    submitted_at: datetime | None = None,
    due: datetime | None = None,
    attempt: int = 1,
    override: Override | None = None,
) -> Grade:
    """The grade that a report comes to under a policy."""
    late = late_by(submitted_at, due)
    earned = Grade(student, report).earned
    cost = 0.0 if earned is None else deduction(earned, late, policy)
    return Grade(student, report, cost, late, override, submitted_at, attempt)


def counted(grades: Sequence[Grade], attempts: Attempts) -> Grade:
    """The one that counts of a student's attempts, of which there is at least one: the last that a teacher gave points by hand,
    else by the policy. Of equally good ones the first is the best.
    """
    ordered = sorted(grades, key=lambda grade: grade.attempt)
    by_hand = [grade for grade in ordered if grade.override is not None]
    if by_hand:
        return by_hand[-1]
    if attempts is Attempts.LAST:
        return ordered[-1]
    return max(ordered, key=lambda grade: -1.0 if grade.points is None else grade.points)
