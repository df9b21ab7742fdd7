"""Gradescope, "Export Submissions": `submission_1234/pooling.py` and one `submission_metadata.yml` for all."""

from datetime import UTC, datetime
from typing import Any

from cnnlab.course import Student
from cnnlab.errors import PackageUnavailable
from cnnlab.importers.layouts.pile import Kind, Pile, Sorted
from cnnlab.importers.tree import File, Tree, read_whole
from cnnlab.messages import text

METADATA = "submission_metadata.yml"
PREFIX = "submission_"


def gradescope(tree: Tree) -> Sorted | None:
    """Piles by submitter, if there is the file that says who they are. Each of a group gets what the group handed in.

    Raises:
        PackageUnavailable: where PyYAML is not installed.
    """
    metadata = next((file for file in tree.files if file.path == METADATA), None)
    if metadata is None:
        return None
    known = _known(read_whole(tree, metadata))
    folders: dict[str, list[tuple[str, File]]] = {}
    strays = []
    for file in tree.files:
        top, _, rest = file.path.partition("/")
        if rest and top.startswith(PREFIX):
            folders.setdefault(top, []).append((file.name, file))
        elif file is not metadata:
            strays.append(file)
    piles = [
        Pile(student, tuple(files), time)
        for folder, files in folders.items()
        for student, time in _submitters(folder, known.get(folder))
    ]
    notes = () if known else (text("{file} cannot be read; students are named after their folders.", file=METADATA),)
    return Sorted(Kind.GRADESCOPE, tuple(piles), tuple(strays), notes)


def _known(raw: bytes) -> dict[Any, Any]:
    try:
        import yaml
    except ImportError as error:
        raise PackageUnavailable(
            text("Exports of Gradescope need the package PyYAML. Install it with: pip install 'cnnlab[lms]'")
        ) from error

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """Ruby writes it, and marks some values as objects of its own; of these only what is plain data is of use."""

    Loader.add_constructor(None, _unknown)
    try:
        table = yaml.load(raw, Loader=Loader)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def _unknown(loader: Any, node: Any) -> Any:
    """A mapping of a kind that YAML does not know is a mapping all the same; of anything else there is no need."""
    return loader.construct_mapping(node, deep=True) if node.id == "mapping" else None


def _submitters(folder: str, entry: object) -> list[tuple[Student, datetime | None]]:
    """The students of a submission, and when it was handed in; the folder's name where nobody is named."""
    fields = entry if isinstance(entry, dict) else {}
    created = fields.get(":created_at")
    time = (created if created.tzinfo else created.replace(tzinfo=UTC)) if isinstance(created, datetime) else None
    listed = fields.get(":submitters")
    people = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    if not people:
        return [(Student(folder, folder, lms_id=folder.removeprefix(PREFIX)), time)]
    students = []
    for person in people:
        name, email, number = (_said(person, key) for key in (":name", ":email", ":sid"))
        students.append((Student(name or email or number or folder, name, email, number), time))
    return students


def _said(person: dict[Any, Any], key: str) -> str:
    value = person.get(key)
    return "" if value is None else str(value)
