"""What the grades of a class say together: how the scores lie, what each check is worth, what the class believes."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cnnlab.course import Check, Grade, Hint, Outcome, Report, Status

SLOWEST = 5
# What ended a program, or was forbidden to it: a teacher may want to see it.
ENDED = (Outcome.TIMEOUT, Outcome.MEMORY, Outcome.CRASHED, Outcome.REFUSED)


@dataclass(frozen=True)
class Summary:
    """Points of those who have some: how many they are, mean, median, and the standard deviation of the class."""

    count: int
    mean: float
    median: float
    spread: float


@dataclass(frozen=True)
class CheckFigures:
    """A check, how many were asked and passed, and the point-biserial correlation with the rest of the score.

    `discrimination` is None where everybody or nobody passed, or the rest is the same for all.
    """

    check: Check
    asked: int
    passed: int
    discrimination: float | None

    @property
    def rate(self) -> float:
        """The share that passed, in [0, 1]."""
        return self.passed / self.asked if self.asked else 0.0


@dataclass(frozen=True)
class Belief:
    """A misconception of the class: what its students are told, the lesson that explains it, and their names."""

    hint: Hint
    lesson: str
    students: tuple[str, ...]


def graded(grades: Iterable[Grade]) -> list[Report]:
    """The reports whose scores can be trusted."""
    reports = [grade.report for grade in grades if grade.report is not None]
    return [report for report in reports if report.status is Status.GRADED]


def summary(points: Sequence[float]) -> Summary:
    """Figures of a class; zeros where nobody has points."""
    if not points:
        return Summary(0, 0.0, 0.0, 0.0)
    ordered, count = sorted(points), len(points)
    mean = math.fsum(points) / count
    median = (ordered[(count - 1) // 2] + ordered[count // 2]) / 2
    spread = math.sqrt(math.fsum((each - mean) ** 2 for each in points) / count)
    return Summary(count, mean, median, spread)


def distribution(points: Iterable[float], full: float, bins: int = 10) -> tuple[int, ...]:
    """How many lie in each of equal parts from 0 to `full`; the last part holds the full score, and more."""
    counts = [0] * bins
    for each in points:
        part = int(bins * each / full) if full > 0 else 0
        counts[min(max(part, 0), bins - 1)] += 1
    return tuple(counts)


def figures(reports: Sequence[Report]) -> tuple[CheckFigures, ...]:
    """Every check of the class in the order of the grader."""
    found: dict[str, list[tuple[Check, int]]] = {}
    for report in reports:
        for check in report.checks:
            if check.outcome is not Outcome.FAULT:
                found.setdefault(check.id, []).append((check, report.score - check.points))
    return tuple(_figures(pairs) for pairs in found.values())


def point_biserial(passed: Sequence[bool], rest: Sequence[float]) -> float | None:
    """The point-biserial correlation of passing with the rest of the score; None where either is the same for all.

    Pearson's correlation with passing as 1 and not passing as 0; the check's own points are left out of the score, which would
    correlate with themselves (Crocker and Algina 1986, chapter 14).
    """
    count, successes = len(passed), sum(passed)
    if successes in (0, count):
        return None
    spread = summary(rest).spread
    if spread <= 1e-12 * max(map(abs, rest), default=0.0):
        return None
    above = math.fsum(each for each, success in zip(rest, passed, strict=True) if success) / successes
    below = math.fsum(each for each, success in zip(rest, passed, strict=True) if not success) / (count - successes)
    share = successes / count
    return (above - below) / spread * math.sqrt(share * (1 - share))


def beliefs(reports: Iterable[Report]) -> tuple[Belief, ...]:
    """The misconceptions of a class, the most frequent first. A student has each once, however many checks show it."""
    hints: dict[str, tuple[Hint, str]] = {}
    students: dict[str, dict[str, None]] = {}
    for report in reports:
        for check in report.checks:
            if check.hint is not None:
                hints.setdefault(check.hint.misconception, (check.hint, check.lesson))
                students.setdefault(check.hint.misconception, {})[report.submission] = None
    ranked = sorted(students, key=lambda name: (-len(students[name]), name))
    return tuple(Belief(*hints[name], tuple(students[name])) for name in ranked)


def outcomes(report: Report) -> Mapping[Outcome, int]:
    """How many checks ended in which way, in the order of the outcomes."""
    counts = Counter(check.outcome for check in report.checks)
    return {outcome: counts[outcome] for outcome in Outcome if counts[outcome]}


def slowest(reports: Iterable[Report], count: int = SLOWEST) -> list[Report]:
    """Those that took longest to grade."""
    return sorted(reports, key=lambda report: -report.seconds)[:count]


def ended(reports: Iterable[Report]) -> list[tuple[Report, Mapping[Outcome, int]]]:
    """Whose program was ended or refused, and how often in which way."""
    found = [
        (report, {outcome: count for outcome, count in outcomes(report).items() if outcome in ENDED})
        for report in reports
    ]
    return [(report, counts) for report, counts in found if counts]


def _figures(pairs: Sequence[tuple[Check, int]]) -> CheckFigures:
    passed = [check.outcome is Outcome.PASSED for check, _ in pairs]
    return CheckFigures(pairs[0][0], len(pairs), sum(passed), point_biserial(passed, [rest for _, rest in pairs]))
