"""Classes as they come: folders written file by file, and zips packed by the `zip` tool and by Python."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from cnnlab.errors import CnnlabError
from cnnlab.importers.class_folder import open_class, read_entry

ANSWER = "def max_pool2d(x, kernel_size):\n    return x\n"


@pytest.fixture
def write(tmp_path):
    """Write files below a folder of its own; answers the folder. Dates are seconds since 1970."""

    def write(files, folder="class"):
        root = tmp_path / folder
        for path, content in files.items():
            source, date = content if isinstance(content, tuple) else (content, None)
            place = root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(source if isinstance(source, bytes) else source.encode())
            if date is not None:
                os.utime(place, (date, date))
        root.mkdir(exist_ok=True)
        return root

    return write


@pytest.fixture
def packed_by_zip(tmp_path):
    """Pack a folder with the `zip` tool of the system."""

    def pack(folder, *options, name="class.zip"):
        where = tmp_path / name
        subprocess.run(
            ["zip", "-q", "-r", *options, where, "."],
            cwd=folder,
            env={**os.environ, "LANG": "C.UTF-8"},
            check=True,
            timeout=60,
        )
        return where

    return pack


@pytest.fixture
def packed_by_python(tmp_path):
    """Pack names and contents with Python; names are what the zip says, wherever they point to."""

    def pack(files, name="class.zip", method=zipfile.ZIP_DEFLATED):
        where = tmp_path / name
        with zipfile.ZipFile(where, "w", method) as packed:
            for path, content in files.items():
                packed.writestr(path, content)
        return where

    return pack


@pytest.fixture
def opened(assignment3):
    """List and read a whole class: (Class, {key: [(entry, submission), …]}). Its zip is closed again."""

    def opened(path, roster=None):
        with open_class(Path(path), assignment3, roster) as found:
            read = {}
            for entry in found.entries:
                read.setdefault(entry.student.key, []).append((entry, read_entry(found, entry, assignment3)))
        return found, read

    return opened


@pytest.fixture
def only(opened):
    """Read a class of which every student has one attempt: {key: submission}."""
    return lambda path, roster=None: {key: attempts[0][1] for key, attempts in opened(path, roster)[1].items()}


def said(message):
    """A message in English; empty where there is none."""
    return str(CnnlabError(message)) if message else ""


def all_said(messages):
    """Messages in English."""
    return [said(each) for each in messages]
