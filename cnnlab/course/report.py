"""The result of grading one submission, as frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from cnnlab.course.certificate import Certificate
from cnnlab.course.numbers import Arrays
from cnnlab.messages import Language, Text

SCHEMA = 1


class Outcome(Enum):
    """What became of a check."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    REFUSED = "refused"
    FAULT = "fault"


class Group(Enum):
    """Who may read a check."""

    PUBLIC = "public"
    HIDDEN = "hidden"


class Status(Enum):
    """Whether a score can be trusted: `fault` means that something of ours failed and a regrade is due."""

    GRADED = "graded"
    FAULT = "fault"


@dataclass(frozen=True)
class Hint:
    """A misconception that explains a failed check."""

    misconception: str
    feedback: Mapping[Language, str]


@dataclass(frozen=True)
class Counterexample:
    """A small call, none of the hidden ones, on which the submission differs from the reference."""

    call: str
    expected: str
    got: Text
    arrays: Arrays | None = None


@dataclass(frozen=True)
class Check:
    """One pytest test of a grader and what it found."""

    id: str
    title: Text
    group: Group
    max_points: int
    outcome: Outcome
    message: Text | None
    lesson: str
    hint: Hint | None = None
    counterexample: Counterexample | None = None

    @property
    def points(self) -> int:
        """All or nothing: a check is small."""
        return self.max_points if self.outcome is Outcome.PASSED else 0


@dataclass(frozen=True)
class Report:
    """The result of grading one submission."""

    assignment: str
    submission: str
    checks: tuple[Check, ...]
    sandbox: str
    seconds: float
    printed: str = ""
    notes: tuple[Text, ...] = ()
    certificate: Certificate | None = None

    @property
    def status(self) -> Status:
        """Graded, unless something of ours failed."""
        faulty = any(check.outcome is Outcome.FAULT for check in self.checks)
        return Status.FAULT if faulty else Status.GRADED

    @property
    def score(self) -> int:
        """Points earned."""
        return sum(check.points for check in self.checks)

    @property
    def max_score(self) -> int:
        """Points that could be earned."""
        return sum(check.max_points for check in self.checks)
