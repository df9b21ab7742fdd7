"""Whether a path holds one submission or those of a class."""

import difflib
from pathlib import Path

from cnnlab.course import Assignment
from cnnlab.importers.tree import LITTER

NEAR = 0.7
PACKED = (".zip", ".ipynb")


def holds_a_class(path: Path, assignment: Assignment) -> bool:
    """A zip is a class's. A folder is, unless it holds the assignment's file itself, or just one that is nearly called so."""
    if not path.is_dir():
        return path.suffix.lower() == ".zip"
    inside = [each for each in path.iterdir() if each.name not in LITTER and not each.name.startswith(".")]
    names = {each.name for each in inside}
    if assignment.filename in names:
        return False
    python = [each.name for each in inside if each.suffix == ".py" and not each.is_dir()]
    if len(python) == 1 and difflib.get_close_matches(assignment.filename, python, cutoff=NEAR):
        return False
    return len(python) > 1 or any(each.is_dir() or each.suffix.lower() in PACKED for each in inside)
