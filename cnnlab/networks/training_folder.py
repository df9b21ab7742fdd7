"""The folder that a training leaves behind. Only a folder that holds our history, or nothing, is written into."""

import io
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.errors import UsageError
from cnnlab.messages import text
from cnnlab.networks.history import History, is_history, to_json

HISTORY, WEIGHTS = "history.json", "weights.npz"
MAX_BYTES = 1_000_000


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Make sure, before anything is trained, that results can be written; a folder that stays empty is taken away again.

    Raises:
        UsageError: where it is no folder, is not ours, or cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(text("{path} is not a folder. Name one with --out that is new or empty.", path=folder))
    is_new = not folder.exists()
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
        foreign = any(folder.iterdir()) and not _is_ours(folder)
    if foreign:
        raise UsageError(
            text(
                "{path} holds files that are not from a training. Name a folder with --out that is new or empty.",
                path=folder,
            )
        )
    try:
        yield
    finally:
        if is_new:
            with suppress(OSError):
                folder.rmdir()


def keep(folder: Path, history: History, weights: Mapping[str, NDArray[Any]], pictures: Mapping[str, bytes]) -> None:
    """Write everything, each file whole or not at all. The history comes first: it says that the folder is ours.

    Raises:
        UsageError: where the disk does not take it.
    """
    contents = {HISTORY: to_json(history).encode("utf-8"), WEIGHTS: to_npz(weights), **pictures}
    for name, content in contents.items():
        with _writing(folder / name):
            begun = folder / f".{name}.part"
            begun.write_bytes(content)
            begun.replace(folder / name)


def to_npz(weights: Mapping[str, NDArray[Any]]) -> bytes:
    """The file of numpy.savez, but for any names of parameters, without pickles, and the same bytes for the same weights."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, array in weights.items():
            plain = io.BytesIO()
            np.lib.format.write_array(plain, np.asanyarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), plain.getvalue())
    return packed.getvalue()


def _is_ours(folder: Path) -> bool:
    try:
        with (folder / HISTORY).open(encoding="utf-8") as stream:
            return is_history(stream.read(MAX_BYTES))
    except (OSError, UnicodeDecodeError):
        return False


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            text("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        ) from error
