"""One submission from a path: the file itself, or a folder that holds it."""

import difflib
import io
import os
import stat
from pathlib import Path

from cnnlab.course import Assignment, Course, Submission, catalogue
from cnnlab.errors import UsageError
from cnnlab.importers.choosing import ENDINGS, nearest
from cnnlab.importers.content import MAX_BYTES, to_submission, too_large, unreadable
from cnnlab.messages import Text, text

READINGS = 5


def read_submission(path: Path, assignment: Assignment) -> Submission:
    """Read the file to be graded. A file that cannot be run still makes a Submission, with a `problem`.

    Raises:
        UsageError: where there is no such file; the message suggests the nearest name.
    """
    file = _file_at(path, assignment)
    name = (path if path.is_dir() else path.parent).absolute().resolve().name
    misconception = _misconception_source(file, assignment)
    if misconception is not None:
        return Submission(name, misconception)
    raw, problem = read_regular_file(file)
    if problem is not None:
        return unreadable(name, problem)
    return to_submission(name, raw, file.name, assignment)


def default_path(course: Course, assignment: Assignment, here: Path) -> Path:
    """Where a student's file is when no path is given: here, in a folder of the assignment's name, or in the course.

    Raises:
        UsageError: where it is in none of them.
    """
    places = [here / assignment.filename, here / assignment.slug / assignment.filename]
    if course.root != catalogue.BUNDLED:
        places.append(assignment.handout / assignment.filename)
    for place in places:
        if place.is_file():
            return place
    raise UsageError(
        text(
            "There is no {file} here. `cnnlab start {slug}` gives you one; or name the file you want graded.",
            file=assignment.filename,
            slug=assignment.slug,
        )
    )


def _file_at(path: Path, assignment: Assignment) -> Path:
    if not os.path.lexists(path):
        raise UsageError(_no_such(path))
    # A link to a folder is the typist's own; a link in the place of the file may be the student's.
    if not path.is_dir() or (path.is_symlink() and path.name == assignment.filename):
        return path
    file = path / assignment.filename
    if file.is_symlink() or (file.exists() and not file.is_dir()):
        return file
    names = sorted(each.name for each in path.iterdir() if each.suffix in ENDINGS and not each.is_dir())
    near = nearest(names, assignment)
    if near is not None:
        return path / near
    found = ", ".join([name for name in names if name.endswith(".py")][:5])
    raise UsageError(
        text(
            "{folder} has no {file}; name the file you want graded. Python files in it: {found}.",
            folder=path,
            file=assignment.filename,
            found=found or "–",
        )
    )


def _no_such(path: Path) -> Text:
    siblings = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
    near = difflib.get_close_matches(path.name, siblings, n=1)
    if near:
        return text("{path} does not exist. Did you mean {near}?", path=path, near=path.with_name(near[0]))
    return text("{path} does not exist.", path=path)


def read_regular_file(file: Path, limit: int = MAX_BYTES) -> tuple[bytes, Text | None]:
    """The bytes of a regular file, never following a link that the student may have made.

    What is written while it is read would be half of the old and half of the new file; it is read again.
    """
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if file.is_symlink():
            return b"", text("{file} is a link to another file. Hand in the file itself.", file=file.name)
        return b"", text("{file} cannot be read: {reason}.", file=file.name, reason=error.strerror or "?")
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        return b"", text("{file} is not a regular file. Hand in a Python file.", file=file.name)
    with os.fdopen(descriptor, "rb", buffering=0) as stream:
        for _ in range(READINGS):
            if status.st_size > limit:
                return b"", too_large(file.name, status.st_size)
            try:
                stream.seek(0)
                raw = _all_of(stream, limit)
            except OSError as error:
                return b"", text("{file} cannot be read: {reason}.", file=file.name, reason=error.strerror or "?")
            before, status = status, os.fstat(descriptor)
            if (status.st_mtime_ns, status.st_size) == (before.st_mtime_ns, before.st_size) and len(
                raw
            ) == status.st_size:
                return raw, None
    return b"", text("{file} changed again and again while it was read. Run the same command again.", file=file.name)


def _all_of(stream: io.FileIO, limit: int) -> bytes:
    """The whole file, or a byte more than the limit: the system may give less at a time than is asked for."""
    pieces, left = [], limit + 1
    while left and (piece := stream.read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _misconception_source(file: Path, assignment: Assignment) -> str | None:
    """A misconception holds only what is wrong; as a submission it is laid over the reference."""
    if assignment.solution is None:
        return None
    if file.is_symlink():
        return None
    resolved = file.resolve()
    if resolved.parent.parent != (assignment.solution / "misconceptions").resolve():
        return None
    return next(each.source for each in catalogue.misconceptions(assignment) if each.name == resolved.parent.name)
