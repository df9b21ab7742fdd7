"""A plain folder: `alice/pooling.py`, or `alice.py`, or both kinds side by side."""

from cnnlab.course import Student
from cnnlab.importers.layouts.pile import Kind, Pile, Sorted
from cnnlab.importers.tree import File, Tree

ANSWERS = (".py", ".ipynb", ".zip")


def plain(tree: Tree) -> Sorted:
    """Piles by the first part of the path. A file and a folder of one name are two attempts of one student."""
    folders: dict[str, list[tuple[str, File]]] = {folder: [] for folder in tree.folders}
    piles, strays = [], []
    for file in tree.files:
        top, _, rest = file.path.partition("/")
        stem, dot, ending = top.rpartition(".")
        if rest:
            folders.setdefault(top, []).append((file.name, file))
        elif dot and stem and f".{ending.lower()}" in ANSWERS:
            piles.append(Pile(Student(stem, stem), ((file.name, file),)))
        else:
            strays.append(file)
    for name, files in folders.items():
        piles.append(Pile(Student(name, name), tuple(files)))
    return Sorted(Kind.PLAIN, tuple(piles), tuple(strays))
