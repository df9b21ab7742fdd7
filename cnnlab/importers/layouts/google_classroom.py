"""Google Classroom: its Drive folder, downloaded. A file that Classroom made for a student is called `김민지 - pooling.py`."""

from cnnlab.course import Student
from cnnlab.importers.layouts.pile import Kind, Pile, Sorted
from cnnlab.importers.tree import File, Tree

BETWEEN = " - "


def google_classroom(tree: Tree) -> Sorted | None:
    """Piles by the name before the dash, if most files have one. What a student called by another name belongs to nobody."""
    named: dict[str, list[tuple[str, File]]] = {}
    strays = []
    for file in tree.files:
        name, dash, rest = file.path.partition(BETWEEN)
        if dash and name.strip() and rest.strip() and "/" not in file.path:
            named.setdefault(name.strip(), []).append((rest.strip(), file))
        else:
            strays.append(file)
    if 2 * sum(map(len, named.values())) <= len(tree.files):
        return None
    piles = (Pile(Student(name, name), tuple(files)) for name, files in named.items())
    return Sorted(Kind.GOOGLE, tuple(piles), tuple(strays))
