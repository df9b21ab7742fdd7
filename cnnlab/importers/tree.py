"""What was handed in, as a list of files: a folder and a zip look alike, and nothing is read before it is asked for."""

import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from cnnlab.errors import UsageError
from cnnlab.importers.archive import members, open_archive, read_member
from cnnlab.importers.content import MAX_BYTES, too_large
from cnnlab.importers.file import read_regular_file
from cnnlab.importers.member_name import decode_name
from cnnlab.messages import Text, text

MAX_FILES = 200_000
MAX_DEPTH = 8
MAX_OWN_BYTES = 256 * 1024 * 1024
# What operating systems and editors leave behind.
LITTER = frozenset(["__MACOSX", "__pycache__", ".DS_Store", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints"])


@dataclass(frozen=True, slots=True)
class File:
    """`path` is relative to the tree, with `/` and in NFC; `modified` is None where the tree does not tell."""

    path: str
    size: int
    modified: datetime | None
    source: Path | ZipInfo

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Tree:
    """All files of a folder or zip. `folders` are the top folders of a folder, empty ones too; `repositories` those that are
    Git clones; `notes` say what was left out.
    """

    root: Path
    files: tuple[File, ...]
    archive: ZipFile | None = None
    folders: tuple[str, ...] = ()
    repositories: tuple[str, ...] = ()
    notes: tuple[Text, ...] = ()


@contextmanager
def open_tree(path: Path, answer: str) -> Iterator[Tree]:
    """List a folder or a zip. A zip stays open, so that its files can be read one at a time.

    The one folder that everything in a zip lies in is left away, unless it is a student's: it holds a file called `answer`.

    Raises:
        UsageError: where there is neither, or the zip is broken as a whole.
    """
    if path.is_dir():
        yield _folder(path)
        return
    if not os.path.lexists(path):
        raise UsageError(text("{path} does not exist.", path=path))
    with open_archive(path) as archive:
        found, notes = members(archive)
        files = [
            File(name, info.file_size, modified, info)
            for name, info, modified in found
            if not any(part in LITTER or part.startswith(".") for part in name.split("/"))
        ]
        yield _unwrapped(Tree(path, tuple(files), archive, notes=notes), answer)


def read(tree: Tree, file: File, limit: int = MAX_BYTES) -> tuple[bytes, Text | None]:
    """The bytes of a file that a student made, or why it cannot be read."""
    if isinstance(file.source, Path):
        return read_regular_file(file.source, limit)
    assert tree.archive is not None
    if file.size > limit:
        return b"", too_large(file.name, file.size)
    return read_member(tree.archive, file.source, file.name, limit)


def read_whole(tree: Tree, file: File) -> bytes:
    """The bytes of a file that the LMS or the teacher wrote, which may be long; empty where it cannot be read."""
    if isinstance(file.source, Path):
        try:
            return file.source.read_bytes() if file.size <= MAX_OWN_BYTES else b""
        except OSError:
            return b""
    assert tree.archive is not None
    return read_member(tree.archive, file.source, file.name, MAX_OWN_BYTES)[0]


def _folder(root: Path) -> Tree:
    files: list[File] = []
    tops: list[str] = []
    repositories: list[str] = []
    unreadable: list[OSError] = []
    for place, folders, names in os.walk(root, onerror=unreadable.append):
        here = Path(place).relative_to(root)
        if ".git" in folders and len(here.parts) == 1:
            repositories.append(_readable(here.as_posix()))
        folders[:] = sorted(each for each in folders if each not in LITTER and not each.startswith("."))
        if not here.parts:
            tops = [_readable(each) for each in folders]
        if len(here.parts) >= MAX_DEPTH:
            folders.clear()
        for name in sorted(names):
            if name not in LITTER and not name.startswith("."):
                with suppress(FileNotFoundError):
                    files.append(_file(Path(place, name), (here / name).as_posix()))
        if len(files) > MAX_FILES:
            raise UsageError(
                text("{path} holds more than {count} files. Name the folder of one class.", path=root, count=MAX_FILES)
            )
    notes = tuple(
        text("{path} cannot be read: {reason}.", path=each.filename, reason=each.strerror) for each in unreadable
    )
    return Tree(root, tuple(files), folders=tuple(tops), repositories=tuple(repositories), notes=notes)


def _file(path: Path, name: str) -> File:
    status = path.lstat()
    return File(_readable(name), status.st_size, datetime.fromtimestamp(status.st_mtime, UTC), path)


def _unwrapped(tree: Tree, answer: str) -> Tree:
    tops = {file.path.partition("/")[0] for file in tree.files}
    insides = [file.path.partition("/")[2] for file in tree.files]
    if len(tops) != 1 or not all(insides) or answer in insides:
        return tree
    files = (replace(file, path=inside) for file, inside in zip(tree.files, insides, strict=True))
    return replace(tree, files=tuple(files))


def _readable(name: str) -> str:
    """A name of the file system in NFC. One that is no UTF-8 was unpacked from an old zip, by a program that did not care."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name = decode_name(os.fsencode(name))
    return unicodedata.normalize("NFC", name)
