"""What one student handed in, as a layout found it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from cnnlab.course import Student
from cnnlab.importers.tree import File, Tree
from cnnlab.messages import Text


class Kind(Enum):
    """Where a class comes from."""

    PLAIN = "plain"
    CANVAS = "canvas"
    MOODLE = "moodle"
    GRADESCOPE = "gradescope"
    GITHUB = "github"
    GOOGLE = "google"


@dataclass(frozen=True, slots=True)
class Pile:
    """A student, as far as the layout knows one, and their files under the names they were handed in with.

    `note` is for the student; `problem` says why there is nothing to grade although something was handed in.
    """

    student: Student
    files: tuple[tuple[str, File], ...]
    submitted_at: datetime | None = None
    note: Text | None = None
    problem: Text | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    """A class as piles; `strays` are files that belong to nobody, `notes` are for the teacher."""

    kind: Kind
    piles: tuple[Pile, ...]
    strays: tuple[File, ...] = ()
    notes: tuple[Text, ...] = ()


Layout = Callable[[Tree], Sorted | None]
