"""A whole class from a folder or an LMS's zip: who handed in what and when. Sources are read one at a time, when asked for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from cnnlab.course import Assignment, Student, Submission
from cnnlab.importers.archive import MAX_INNER_BYTES, damaged, members, open_inner, read_member
from cnnlab.importers.choosing import choose
from cnnlab.importers.content import MAX_BYTES, NOTEBOOK, to_submission, too_large, unreadable, with_notes
from cnnlab.importers.entries import ZIP, Entry, entries_of, nothing_to_grade, with_students
from cnnlab.importers.layouts.canvas import canvas
from cnnlab.importers.layouts.github_classroom import github_classroom
from cnnlab.importers.layouts.google_classroom import google_classroom
from cnnlab.importers.layouts.gradescope import gradescope
from cnnlab.importers.layouts.moodle import moodle
from cnnlab.importers.layouts.pile import Kind, Layout, Pile, Sorted
from cnnlab.importers.layouts.plain import plain
from cnnlab.importers.notebook import demand_nbformat, has_nbformat
from cnnlab.importers.roster import Roster, parse_roster, read_roster
from cnnlab.importers.tree import File, Tree, open_tree, read, read_whole
from cnnlab.messages import Text, text

LAYOUTS: Sequence[Layout] = (gradescope, github_classroom, moodle, canvas, google_classroom)
ROSTER = "roster.csv"


@dataclass(frozen=True)
class Class:
    """What a class handed in. `missing` are on the roster and handed in nothing; `notes` are for the teacher."""

    kind: Kind
    tree: Tree
    entries: tuple[Entry, ...]
    missing: tuple[Student, ...] = ()
    notes: tuple[Text, ...] = ()


@contextmanager
def open_class(path: Path, assignment: Assignment, roster_path: Path | None = None) -> Iterator[Class]:
    """List the attempts of a class; `read_entry` reads one of them while the class is open.

    Without `roster_path`, a `roster.csv` beside the students is the roster.

    Raises:
        UsageError: where the path is neither a folder nor a zip, or the roster is unreadable.
        PackageUnavailable: where a package that this kind of class needs is not installed.
    """
    with open_tree(path, assignment.filename) as listed:
        own = next((file for file in listed.files if file.path.casefold() == ROSTER), None)
        tree = replace(listed, files=tuple(file for file in listed.files if file is not own))
        if roster_path is not None:
            roster: Roster | None = read_roster(roster_path)
        else:
            roster = parse_roster(read_whole(tree, own), own.name) if own is not None else None
        found = next((each for layout in LAYOUTS if (each := layout(tree)) is not None), None) or plain(tree)
        opened = _class(tree, found, roster, assignment)
        # Now, and not in the midst of the class; students' zips are looked into for it where it is missing only.
        if not has_nbformat() and any(_is_notebook(tree, entry, assignment) for entry in opened.entries):
            demand_nbformat()
        yield opened


def read_entry(opened: Class, entry: Entry, assignment: Assignment) -> Submission:
    """Read what an entry names. Whatever is wrong with it becomes the `problem` of the Submission, which has the student's key as its name.

    Raises:
        PackageUnavailable: for a notebook that was not there when the class was opened, where nbformat is not installed.
    """
    key = entry.student.key
    if entry.file is None:
        submission = unreadable(key, entry.problem or text("Nothing was handed in."))
    elif entry.name.lower().endswith(ZIP):
        submission = _read_inner(opened.tree, entry.file, key, entry.name, assignment)
    else:
        raw, problem = read(opened.tree, entry.file)
        submission = unreadable(key, problem) if problem else to_submission(key, raw, entry.name, assignment)
    return with_notes(submission, entry.notes)


def read_upload(folder: Path, assignment: Assignment) -> Submission:
    """Read what one student uploaded, as a folder of files. Nothing that can be graded makes a Submission with a `problem`.

    Raises:
        UsageError: where there is no such folder.
        PackageUnavailable: for a notebook, where nbformat is not installed.
    """
    with open_tree(folder, assignment.filename) as tree:
        pile = Pile(Student(folder.name, folder.name), tuple((file.name, file) for file in tree.files))
        return read_entry(Class(Kind.PLAIN, tree, ()), entries_of([pile], Kind.PLAIN, assignment)[0], assignment)


def _read_inner(tree: Tree, file: File, key: str, name: str, assignment: Assignment) -> Submission:
    """What a student packed: a zip in the class's zip is looked into once and not deeper."""
    raw, problem = read(tree, file, MAX_INNER_BYTES)
    if problem is not None:
        return unreadable(key, problem)
    archive, problem = open_inner(raw, name)
    if archive is None:
        return unreadable(key, problem or damaged(name))
    with archive:
        chosen, by_name, notes = _chosen(archive, assignment)
        if chosen is None:
            return unreadable(key, nothing_to_grade(list(by_name), assignment))
        info = by_name[chosen]
        if info.file_size > MAX_BYTES:
            return unreadable(key, too_large(chosen, info.file_size))
        content, problem = read_member(archive, info, chosen, MAX_BYTES)
    if problem is not None:
        return unreadable(key, problem)
    packed = text("{name} is a zip; hand in {wanted} itself.", name=name, wanted=assignment.filename)
    return with_notes(to_submission(key, content, chosen, assignment), (packed, *notes))


def _chosen(archive: ZipFile, assignment: Assignment) -> tuple[str | None, dict[str, ZipInfo], tuple[Text, ...]]:
    """The name of the file to grade in a student's zip, all files by name, and notes."""
    found, notes = members(archive)
    by_name = {path.rpartition("/")[2]: info for path, info, _ in sorted(found, key=_depth, reverse=True)}
    return choose(list(by_name), assignment), by_name, notes


def _is_notebook(tree: Tree, entry: Entry, assignment: Assignment) -> bool:
    """Whether what is to be graded is a notebook, in a student's zip too."""
    name = entry.name
    if entry.file is not None and name.lower().endswith(ZIP):
        raw, problem = read(tree, entry.file, MAX_INNER_BYTES)
        archive = open_inner(raw, name)[0] if problem is None else None
        if archive is None:
            return False
        with archive:
            name = _chosen(archive, assignment)[0] or ""
    return name.lower().endswith(NOTEBOOK)


def _depth(member: tuple[str, object, object]) -> int:
    return member[0].count("/")


def _class(tree: Tree, found: Sorted, roster: Roster | None, assignment: Assignment) -> Class:
    piles = with_students(found.piles, roster)
    entries = entries_of(piles, found.kind, assignment)
    notes = [*tree.notes, *found.notes]
    if found.strays:
        names = ", ".join(file.path for file in found.strays[:3])
        notes.append(
            text("{count} files belong to no student and were left out: {names}.", count=len(found.strays), names=names)
        )
    missing: tuple[Student, ...] = ()
    if roster is not None:
        present = {entry.student.key for entry in entries}
        missing = tuple(student for student in roster.students if student.key not in present)
        known = {student.key for student in roster.students}
        strangers = sorted(present - known)
        if strangers:
            notes.append(text("Not on the roster, and graded all the same: {names}.", names=", ".join(strangers[:10])))
    undated = sum(entry.submitted_at is None for entry in entries)
    if undated:
        notes.append(
            text(
                "When it was handed in is not known for {count} of {all}; these count as in time.",
                count=undated,
                all=len(entries),
            )
        )
    return Class(found.kind, tree, entries, missing, tuple(notes))
