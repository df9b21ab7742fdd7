"""From piles of files to the attempts of students."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cnnlab.course import Assignment, Student
from cnnlab.importers.choosing import choose
from cnnlab.importers.layouts.pile import Kind, Pile
from cnnlab.importers.roster import Roster, indexed, on_roster
from cnnlab.importers.student_key import as_key, with_unique_keys
from cnnlab.importers.tree import File
from cnnlab.messages import Text, text

# Elsewhere the time of a file is when the LMS packed it, or when it was downloaded.
DATED_BY_FILES = (Kind.PLAIN, Kind.GOOGLE)
ZIP = ".zip"


@dataclass(frozen=True, slots=True)
class Entry:
    """One attempt of a student: which file it is, under which name it was handed in, and when.

    `submitted_at` has a time zone and is None where nobody told it. `problem` says why there is no file.
    """

    student: Student
    attempt: int
    submitted_at: datetime | None
    file: File | None
    name: str
    notes: tuple[Text, ...] = ()
    problem: Text | None = None


def with_students(piles: Sequence[Pile], roster: Roster | None) -> list[Pile]:
    """The piles with students of the roster, or with students whose keys are their own."""
    index = indexed(roster.students) if roster is not None else {}
    known = {place: student for place, pile in enumerate(piles) if (student := on_roster(pile.student, index))}
    # Two piles of one student are two attempts; two students of one name have numbers that differ.
    others = {
        pile.student: replace(pile.student, key=as_key(pile.student.key) or "-")
        for place, pile in enumerate(piles)
        if place not in known
    }
    unique = dict(zip(others, with_unique_keys(others.values()), strict=True)) if others else {}
    return [replace(pile, student=known.get(place) or unique[pile.student]) for place, pile in enumerate(piles)]


def entries_of(piles: Sequence[Pile], kind: Kind, assignment: Assignment) -> tuple[Entry, ...]:
    """The attempts. Those of one student are numbered by their times; those without one come first."""
    by_key: dict[str, list[Entry]] = {}
    for pile in piles:
        by_key.setdefault(pile.student.key, []).append(_entry(pile, kind, assignment))
    return tuple(entry for attempts in by_key.values() for entry in _numbered(attempts))


def _entry(pile: Pile, kind: Kind, assignment: Assignment) -> Entry:
    files: dict[str, File] = {}
    for name, each in sorted(pile.files, key=lambda named: named[1].path.count("/")):
        files.setdefault(name, each)
    chosen = choose(list(files), assignment)
    if chosen is None:
        packed = [name for name in files if name.lower().endswith(ZIP)]
        chosen = packed[0] if len(packed) == 1 else None
    problem = pile.problem or (None if chosen else nothing_to_grade(list(files), assignment))
    file = files[chosen] if chosen else None
    submitted_at = pile.submitted_at or (file.modified if file and kind in DATED_BY_FILES else None)
    notes = (pile.note,) if pile.note else ()
    return Entry(pile.student, 1, submitted_at, file, chosen or "", notes, problem)


def nothing_to_grade(names: Sequence[str], assignment: Assignment) -> Text:
    """What to say where no file is near the one that is wanted."""
    return text(
        "There is no {wanted} in what was handed in. There is: {found}.",
        wanted=assignment.filename,
        found=", ".join(sorted(names)[:5]) or "–",
    )


def _numbered(attempts: list[Entry]) -> list[Entry]:
    if len(attempts) == 1:
        return attempts
    attempts.sort(key=lambda entry: entry.submitted_at.timestamp() if entry.submitted_at else float("-inf"))
    return [
        replace(
            entry,
            attempt=number,
            notes=(
                *entry.notes,
                text("This is attempt {number} of {count} that were found.", number=number, count=len(attempts)),
            ),
        )
        for number, entry in enumerate(attempts, start=1)
    ]
