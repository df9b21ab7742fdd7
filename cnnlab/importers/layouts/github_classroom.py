"""GitHub Classroom: one clone for each student, as `gh classroom clone student-repos` makes them: `pooling-submissions/pooling-kimminji`.

Of a group assignment it is the team's name that stands behind the assignment's. The source of `gh classroom` is github/gh-classroom.
"""

from cnnlab.course import Student
from cnnlab.importers.git_time import committed_at
from cnnlab.importers.layouts.pile import Kind, Pile, Sorted
from cnnlab.importers.tree import File, Tree
from cnnlab.messages import text

AROUND = "-submissions"


def github_classroom(tree: Tree) -> Sorted | None:
    """Piles by folder, if most folders are clones. What the folder around them is named after is the assignment, the rest the user.

    Where that folder has another name, what all clones' names begin with is the assignment's.
    """
    # One student who hands in a folder with `.git` in it does not make the class one of GitHub's.
    if 2 * len(tree.repositories) <= len(tree.folders):
        return None
    prefix = _slug(tree) or _common_prefix(tree.repositories)
    found: dict[str, list[tuple[str, File]]] = {folder: [] for folder in tree.folders}
    strays = []
    for file in tree.files:
        top, _, rest = file.path.partition("/")
        if rest and top in found:
            found[top].append((file.name, file))
        else:
            strays.append(file)
    piles = []
    for folder, files in found.items():
        login = folder.removeprefix(prefix)
        time = committed_at(tree.root / folder) if folder in tree.repositories else None
        piles.append(Pile(Student(login, login, login=login), tuple(files), time))
    note = text(
        "Times are those of the last commits, as students' own machines had them; GitHub shows when they were pushed."
    )
    return Sorted(Kind.GITHUB, tuple(piles), tuple(strays), (note,))


def _slug(tree: Tree) -> str:
    """The assignment's name and a dash, if the folder tells it and most clones begin so."""
    name = tree.root.absolute().name
    slug = name.removesuffix(AROUND) + "-"
    fitting = sum(each.startswith(slug) for each in tree.repositories)
    return slug if name.endswith(AROUND) and 2 * fitting > len(tree.repositories) else ""


def _common_prefix(names: tuple[str, ...]) -> str:
    """What all names begin with, up to a dash; nothing where there is one name only."""
    first, last = min(names), max(names)
    same = next((place for place in range(len(first)) if first[place] != last[place : place + 1]), len(first))
    return first[: first.rfind("-", 0, same) + 1] if len(names) > 1 else ""
