"""What a course is made of: frozen data without behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cnnlab.course.late import LatePolicy
from cnnlab.messages import Language, Text


@dataclass(frozen=True)
class Limits:
    """What a submission may use. A call that outlives its limit loses its check only."""

    call_seconds: float = 2.0
    submission_seconds: float = 30.0
    memory_mb: int = 512
    threads: int = 1
    reply_mb: int = 1


@dataclass(frozen=True)
class Training:
    """How the grader trains a network: one call of the student's code trains a part of an epoch, with an optimiser of its own.

    The learning rate rises to its peak and falls to nothing once. A set of fewer than `images_per_epoch` digits is gone through
    several times in an epoch, and of a large one no more than `max_images_per_epoch` are. `seconds` is for the whole of it, and `part_seconds` for a part.
    """

    framework: str = "torch"
    epochs: int = 3
    parts: int = 8
    batch_size: int = 96
    learning_rate: float = 0.003
    images_per_epoch: int = 10_000
    max_images_per_epoch: int = 1_000_000
    max_parameters: int = 300_000
    seconds: float = 600.0
    part_seconds: float = 120.0


@dataclass(frozen=True)
class Assignment:
    """One graded exercise set; `handout` is published, `solution` is the teacher's and may be absent.

    `stands_for` says what a student calls what a function of the driver calls.
    """

    slug: str
    title: Mapping[Language, str]
    lesson: str
    module: str
    imports: tuple[str, ...]
    limits: Limits
    handout: Path
    solution: Path | None
    training: Training | None = None
    stands_for: Mapping[str, str] = field(default_factory=dict)

    @property
    def filename(self) -> str:
        """The file a student hands in."""
        return f"{self.module}.py"

    @property
    def driver(self) -> Path:
        """Where an assignment's driver is, if it has one: functions that are called in the child in place of the student's."""
        return self.handout / "driver.py"


@dataclass(frozen=True)
class Course:
    """A folder that holds `assignments/` and, at the teacher's, `solutions/`. `due` has a time with a time zone for an assignment.

    `site` is where the lectures are published: an address, or a folder as seen from the course; empty where nobody says it.
    """

    root: Path
    name: Mapping[Language, str]
    due: Mapping[str, datetime] = field(default_factory=dict)
    late: LatePolicy = field(default_factory=LatePolicy)
    site: str = ""


@dataclass(frozen=True)
class Submission:
    """Source code to be graded, from a student, a reference or a misconception alike.

    `problem` says why there is no source to run; `notes` are things the student should know that cost nothing.
    """

    name: str
    source: str
    notes: tuple[Text, ...] = ()
    problem: Text | None = None


@dataclass(frozen=True)
class Misconception:
    """A known-wrong implementation and what to tell the student who wrote it."""

    name: str
    title: str
    feedback: Mapping[Language, str]
    lesson: str
    source: str
