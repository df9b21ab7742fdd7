"""Canvas, "Download Submissions": `kimminji_LATE_1201_88001_pooling.py`, all in one folder.

The name is the sortable one without spaces and in small letters, the first number the user's, the second the file's. An anonymous
assignment has `anon_` and a word in place of name and number. A text or a link that was handed in ends in `_text.html`, `_link.html`.
Of a group that is graded as one there is one submission, with the group's name and the number of one of its members.
Canvas's source is `lib/content_zipper.rb`.
"""

import re
from collections.abc import Mapping, Sequence

from cnnlab.course import Student
from cnnlab.importers.layouts.pile import Kind, Pile, Sorted
from cnnlab.importers.tree import File, Tree
from cnnlab.messages import Text, text

NAMED = re.compile(
    r"(?:(?P<name>.*?)_)??(?:(?P<late>LATE)_)?(?P<user>\d+|anon_\w+?)_(?:(?P<file>\d+)_(?P<handed>.+)|(?P<words>text|link)\.html)$"
)


def canvas(tree: Tree) -> Sorted | None:
    """Piles by Canvas's number of the user, if most files are named in its way."""
    matches = [(file, NAMED.match(file.path)) for file in tree.files if "/" not in file.path]
    if not matches or 2 * sum(match is not None for _, match in matches) <= len(tree.files):
        return None
    found: dict[str, list[tuple[File, re.Match[str]]]] = {}
    for file, match in matches:
        if match is not None:
            found.setdefault(match["user"], []).append((file, match))
    strays = tuple(file for file in tree.files if "/" in file.path or not NAMED.match(file.path))
    piles = tuple(_pile(user, each) for user, each in found.items())
    return Sorted(Kind.CANVAS, piles, strays, (*_on_lateness(piles), *_on_names(found)))


def _on_lateness(piles: Sequence[Pile]) -> tuple[Text, ...]:
    late = [pile.student.name for pile in piles if pile.note is not None]
    if not late:
        return ()
    names = ", ".join(late[:10])
    return (text("Canvas marked {count} late and does not tell by how much: {names}.", count=len(late), names=names),)


def _on_names(found: Mapping[str, Sequence[tuple[File, re.Match[str]]]]) -> tuple[Text, ...]:
    """One user has one name. Who calls themselves `x_1202` hands in under the number 1202, as far as file names tell."""
    files = [
        [file.path for file, _ in each] for each in found.values() if len({match["name"] for _, match in each}) > 1
    ]
    return tuple(
        text(
            "These have the number of one user and different names, so one may be another's: {files}.",
            files=", ".join(each[:10]),
        )
        for each in files
    )


def _pile(user: str, found: list[tuple[File, re.Match[str]]]) -> Pile:
    match = found[0][1]
    name = match["name"] or user
    files = tuple((each["handed"], file) for file, each in found if each["handed"])
    late = text("Canvas marked it late.") if match["late"] else None
    problem = None if files else text("A text or a link was handed in, not a file. Hand in the file itself.")
    return Pile(Student(name, name, lms_id=user), files, note=late, problem=problem)
