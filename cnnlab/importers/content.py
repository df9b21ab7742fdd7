"""From the bytes of one handed-in file to a Submission."""

import re
import unicodedata
from dataclasses import replace

from cnnlab.course import Assignment, Submission
from cnnlab.importers.notebook import notebook_source
from cnnlab.importers.source_text import decode_source
from cnnlab.messages import Text, text

MAX_BYTES = 1024 * 1024
NOTEBOOK = ".ipynb"
# What Canvas adds to the name of a file that is handed in once more: a count, and from the eighth time on a UUID.
AGAIN = re.compile(r"-(?:\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$")


def to_submission(name: str, raw: bytes, filename: str, assignment: Assignment) -> Submission:
    """Decode a file, a notebook too. What cannot be run still makes a Submission, with a `problem`."""
    is_notebook = filename.lower().endswith(NOTEBOOK)
    decoded = notebook_source(raw, filename) if is_notebook else decode_source(raw, filename)
    notes = [decoded.note] if decoded.note else []
    if not _is_called_right(filename, assignment):
        notes.append(
            text("The file is called {name}; hand it in as {wanted}.", name=filename, wanted=assignment.filename)
        )
    problem = decoded.problem
    if problem is None and not decoded.source.strip():
        problem = text(
            "{file} is empty. Start from the file that `cnnlab start {slug}` gives you.",
            file=filename,
            slug=assignment.slug,
        )
    return Submission(name, decoded.source, tuple(notes), problem)


def without_count(filename: str) -> str:
    """A file's name as it was before it was handed in once more."""
    stem, dot, ending = filename.rpartition(".")
    return f"{AGAIN.sub('', stem)}{dot}{ending}"


def unreadable(name: str, problem: Text) -> Submission:
    """A submission of which there is nothing to run."""
    return Submission(name, "", problem=problem)


def too_large(filename: str, size: int) -> Text:
    """What to say of a file that is not read."""
    return text(
        "{file} has {size} MB; a solution needs a few kB, and at most 1 MB is read.",
        file=filename,
        size=round(size / 1e6, 1),
    )


def with_notes(submission: Submission, notes: tuple[Text, ...]) -> Submission:
    """The submission with more for the student to know, before what is known already."""
    return replace(submission, notes=(*notes, *submission.notes)) if notes else submission


def _is_called_right(filename: str, assignment: Assignment) -> bool:
    stem, _, ending = without_count(unicodedata.normalize("NFC", filename)).rpartition(".")
    return ending in ("py", NOTEBOOK[1:]) and stem == assignment.module
