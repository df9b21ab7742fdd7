"""`cnnlab grade` for a class: everything that is due is graded, committed, and summed up."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cnnlab.cli.class_progress import Tally, counted_outcomes, watched
from cnnlab.cli.console import language, say, show, write_lines
from cnnlab.course import Assignment, Course, Grade, Submission
from cnnlab.errors import UsageError
from cnnlab.messages import text

if TYPE_CHECKING:
    from cnnlab.batch.due import Read
    from cnnlab.batch.executors import Place
    from cnnlab.batch.job import Job
    from cnnlab.gradebook.store import Gradebook, Handed
    from cnnlab.importers.class_folder import Class
    from cnnlab.importers.entries import Entry
    from cnnlab.reporters.class_summary import ClassSummary

STOPPED = 130
MAX_ROWS = 40


@dataclass(frozen=True)
class Wishes:
    """What was typed beside assignment and path."""

    jobs: int | None = None
    dask: str | None = None
    gradebook: Path | None = None
    out: Path | None = None
    json: Path | None = None
    only: tuple[str, ...] = ()
    regrade: bool = False
    verbose: bool = False
    site: str = ""


def grade_class(course: Course, assignment: Assignment, path: Path, job: "Job", wishes: Wishes) -> "ClassSummary":
    """Grade a class and say what came of it. Ctrl-C ends the program with 130, and loses nothing."""
    from cnnlab.batch.due import Grader, grade_due
    from cnnlab.batch.job import limited, settings_of
    from cnnlab.batch.running import Flight
    from cnnlab.gradebook.key import environment_of, version_of
    from cnnlab.gradebook.store import FILENAME, open_gradebook
    from cnnlab.importers.class_folder import open_class

    assignment = limited(assignment, job.seconds)
    version = version_of(course, assignment, settings_of(job))
    grader = Grader(assignment.slug, version, environment_of(assignment, settings_of(job)), wishes.regrade)
    with ExitStack() as stack:
        book = stack.enter_context(open_gradebook(wishes.gradebook or course.root / FILENAME))
        opened = stack.enter_context(open_class(path, assignment))
        for note in opened.notes:
            say(note)
        entries = _chosen(opened.entries, wishes.only, path)
        tally, flight = Tally(len(entries)), Flight()
        try:
            with (
                _place(wishes, assignment, job.device, len(entries)) as place,
                watched(tally, flight, wishes.verbose) as watch,
            ):
                grade_due(
                    book,
                    grader,
                    replace(job, version=version),
                    _reads(opened, entries, assignment),
                    place,
                    flight,
                    watch,
                )
        except KeyboardInterrupt:
            say(
                text(
                    "Stopped. {done} of {total} are graded and kept in {path}; the same command goes on from there.",
                    done=tally.done,
                    total=tally.total,
                    path=book.path,
                )
            )
            sys.exit(STOPPED)
        return _sum_up(book, course, assignment, opened, entries, tally, wishes)


def _place(wishes: Wishes, assignment: Assignment, device: str, count: int) -> "AbstractContextManager[Place]":
    from cnnlab.batch.dask_cluster import on_dask
    from cnnlab.batch.executors import cores, on_this_machine

    if wishes.dask is not None:
        # Only where a network is trained is there anything for a GPU to do.
        return on_dask(wishes.dask, device if assignment.training else "cpu")
    return on_this_machine(max(1, min(wishes.jobs or cores(), count)), assignment)


def _chosen(entries: Sequence["Entry"], only: tuple[str, ...], path: Path) -> Sequence["Entry"]:
    """The entries of those who were named, or of all.

    Raises:
        UsageError: for a name that nobody has; the message suggests the nearest.
    """
    import difflib
    import unicodedata

    known = {entry.student.key for entry in entries}
    if not known:
        raise UsageError(text("There are no submissions in {path}.", path=path))
    wanted = {unicodedata.normalize("NFC", name) for name in only}
    for name in sorted(wanted - known):
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.3)
        raise UsageError(
            text("Nobody is called {name} in {path}. Did you mean {near}?", name=name, path=path, near=near[0])
            if near
            else text("Nobody is called {name} in {path}.", name=name, path=path)
        )
    return [entry for entry in entries if entry.student.key in wanted] if wanted else entries


def _reads(opened: "Class", entries: Sequence["Entry"], assignment: Assignment) -> "Iterator[Read]":
    return (partial(_read, opened, entry, assignment) for entry in entries)


def _read(opened: "Class", entry: "Entry", assignment: Assignment) -> "tuple[Submission, Handed]":
    from cnnlab.gradebook.key import content_of
    from cnnlab.gradebook.store import Handed
    from cnnlab.importers.class_folder import read_entry

    submission = read_entry(opened, entry, assignment)
    handed = Handed(entry.student, content_of(submission), entry.attempt, entry.submitted_at, submission.notes)
    return submission, handed


def _sum_up(
    book: "Gradebook",
    course: Course,
    assignment: Assignment,
    opened: "Class",
    entries: Sequence["Entry"],
    tally: Tally,
    wishes: Wishes,
) -> "ClassSummary":
    from cnnlab.cli.class_files import formats, write_class
    from cnnlab.gradebook.counting import grades
    from cnnlab.reporters.class_summary import ClassSummary, to_lines
    from cnnlab.reporters.terminal import to_table

    keys = list(dict.fromkeys(entry.student.key for entry in entries))
    missing = [Grade(student, None) for student in opened.missing] if not wishes.only else []

    def found() -> Iterator[Grade]:
        yield from grades(book, course, assignment.slug, keys)
        yield from missing

    summary, rows = ClassSummary(), []
    for grade in found():
        summary.add(grade)
        if grade.report is not None and len(keys) <= MAX_ROWS:
            rows.append(grade.report)
    if rows:
        show(to_table(rows, language()))
    words = ", ".join(f"{word} {count}" for word, count in counted_outcomes(tally))
    say(
        text(
            "{slug}: {total} submissions of {students} students; {graded} graded now{outcomes}, {known} known already.",
            slug=assignment.slug,
            total=tally.total,
            students=len(keys),
            graded=tally.graded,
            outcomes=f" ({words})" if words else "",
            known=tally.known,
        )
    )
    for line in to_lines(summary):
        say(line)
    say(text("Everything is kept in {path}: `cnnlab gradebook show {slug}`.", path=book.path, slug=assignment.slug))
    if wishes.json is not None:
        write_lines(wishes.json, formats(assignment, language())["jsonl"](found()))
    if wishes.out is not None:
        # The last attempt of each: who handed in twice is compared once.
        sources = {entry.student.key: _read(opened, entry, assignment)[0].source for entry in entries}
        write_class(found, sources, assignment, wishes.out, language(), wishes.site)
        say(
            text(
                "The class's page is {path}; those of the students are in {folder}.",
                path=wishes.out / "class.html",
                folder=wishes.out / "feedback",
            )
        )
    return summary
