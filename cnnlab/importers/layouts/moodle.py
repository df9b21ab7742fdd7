"""Moodle, "Download all submissions": `김 민지_98112_assignsubmission_file/pooling.py`, or the same in one name.

The number is what Moodle calls a participant. What was typed into its editor lies in `…_assignsubmission_onlinetext`. Of older
Moodles the folders end in `_`. Of an anonymous assignment the name is `Participant`, in Moodle's language. A team has its own
name and number in place of the participant's, and those without a team have none: `Default group_assignsubmission_file`.
Moodle's source is `mod/assign/classes/downloader.php`.
"""

import re

from cnnlab.course import Student
from cnnlab.importers.layouts.pile import Kind, Pile, Sorted
from cnnlab.importers.roster import PARTICIPANT
from cnnlab.importers.tree import File, Tree
from cnnlab.messages import text

MARK = "_assignsubmission_"
NAMED = re.compile(
    r"(?P<name>.*?)(?:_(?P<user>\d+))?_assignsubmission_(?P<plugin>[a-z]+)_?(?:/(?:.*/)?|)(?P<handed>[^/]*)$", re.DOTALL
)


def moodle(tree: Tree) -> Sorted | None:
    """Piles by participant, if most names at the top are Moodle's; what lies deeper was named by students."""
    found: dict[str, list[tuple[File, re.Match[str]]]] = {}
    strays = []
    for file in tree.files:
        match = NAMED.match(file.path)
        if match is None:
            strays.append(file)
        else:
            found.setdefault(match["user"] or match["name"], []).append((file, match))
    tops = {file.path.partition("/")[0] for file in tree.files}
    if 2 * sum(MARK in top for top in tops) <= len(tops):
        return None
    return Sorted(Kind.MOODLE, tuple(map(_pile, found.values())), tuple(strays))


def _pile(found: list[tuple[File, re.Match[str]]]) -> Pile:
    user = found[0][1]["user"] or ""
    # With "download in folders" and groups, the group's name stands before the student's.
    name = found[0][1]["name"].rpartition("/")[2] or user
    if f"{name} ".casefold() in PARTICIPANT:
        # Everybody is called so; one who comes alone must not become another who came alone before.
        name = f"{name} {user}"
    files = tuple((match["handed"], file) for file, match in found if match["plugin"] == "file")
    problem = None if files else text("A text or a link was handed in, not a file. Hand in the file itself.")
    return Pile(Student(name, name, lms_id=user), files, problem=problem)
