"""Which of the files that somebody handed in is the one to grade."""

import difflib
import unicodedata
from collections.abc import Sequence

from cnnlab.course import Assignment
from cnnlab.importers.content import NOTEBOOK, without_count

ENDINGS = (".py", NOTEBOOK)
# What belongs to the assignment or to Python itself and is never an answer.
NEVER = ("test_", "conftest", "__init__", "setup")


MANY = 1000
LONG = 200


def nearest(names: Sequence[str], assignment: Assignment) -> str | None:
    """The name that is the assignment's or nearly so; a Python file goes before a notebook. None where no name is near."""
    for ending in ENDINGS:
        wanted = assignment.module + ending
        plain = {_plain(name): name for name in names[MANY::-1] if _ends(name, ending)}
        if wanted in names:
            return wanted
        near = difflib.get_close_matches(_plain(wanted), list(plain), n=1, cutoff=0.7)
        if near:
            return plain[near[0]]
    return None


def choose(names: Sequence[str], assignment: Assignment) -> str | None:
    """As `nearest`; where no name is near, the only Python file or notebook there is."""
    found = nearest(names, assignment)
    if found is not None:
        return found
    answers = [name for name in names if name.lower().endswith(ENDINGS) and not name.lower().startswith(NEVER)]
    return answers[0] if len(answers) == 1 else None


def _ends(name: str, ending: str) -> bool:
    return len(name) <= LONG and name.lower().endswith(ending)


def _plain(name: str) -> str:
    return without_count(unicodedata.normalize("NFC", name).lower())
