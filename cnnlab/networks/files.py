"""The four files of MNIST, and what state they are in on a disk."""

import gzip
import hashlib
import stat
import zlib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from cnnlab.errors import UsageError
from cnnlab.messages import Text, text
from cnnlab.networks.location import Place

PACKED, PARTIAL = ".gz", ".part"


@dataclass(frozen=True)
class DataFile:
    """A file as it must be."""

    name: str
    size: int
    sha256: str


TRAIN_IMAGES = "train-images-idx3-ubyte"
TRAIN_LABELS = "train-labels-idx1-ubyte"
TEST_IMAGES = "t10k-images-idx3-ubyte"
TEST_LABELS = "t10k-labels-idx1-ubyte"
# Sizes and checksums of the unpacked files, so that looking at them needs no torch.
FILES = (
    DataFile(TRAIN_IMAGES, 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    DataFile(TRAIN_LABELS, 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    DataFile(TEST_IMAGES, 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    DataFile(TEST_LABELS, 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
)


class Condition(Enum):
    """What a file is like."""

    COMPLETE = "complete"
    MISSING = "missing"
    PARTIAL = "partial"
    CORRUPT = "corrupt"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Found:
    """A file as it is; `content` is there where the condition is COMPLETE, and checked against the checksum."""

    file: DataFile
    condition: Condition
    detail: Text
    content: bytes = b""


def examine_all(place: Place) -> tuple[Found, ...]:
    """Every file of MNIST at a place.

    Raises:
        UsageError: where the place, or a folder of its layout, is no folder or cannot be looked into.
    """
    for folder in (place.root, place.root / "MNIST", place.raw):
        try:
            if not stat.S_ISDIR(folder.stat().st_mode):
                raise UsageError(text("{path} is not a folder. Name one that holds MNIST/raw, or shall.", path=folder))
        except FileNotFoundError:
            break
        except OSError as error:
            raise UsageError(
                text("{path} cannot be read: {reason}.", path=folder, reason=error.strerror or str(error))
            ) from error
    return tuple(examine(place.raw, file) for file in FILES)


def examine(folder: Path, file: DataFile) -> Found:
    """One file, as it is or as the .gz that torchvision leaves."""
    plain, packed = folder / file.name, folder / (file.name + PACKED)
    for path in (plain, packed):
        try:
            content = _beginning(path, file.size + 1)
        except FileNotFoundError:
            continue
        except (gzip.BadGzipFile, EOFError, zlib.error):
            return Found(file, Condition.CORRUPT, text("{path} is no whole gzip file", path=path))
        except OSError as error:
            reason = error.strerror or str(error)
            return Found(file, Condition.UNREADABLE, text("it cannot be read: {reason}", reason=reason))
        return _judge(file, content)
    begun = folder / (file.name + PACKED + PARTIAL)
    try:
        size = begun.stat().st_size
    except OSError:
        return Found(file, Condition.MISSING, text("it is missing"))
    return Found(
        file,
        Condition.PARTIAL,
        text("its download stopped after {count} bytes; `cnnlab data fetch` goes on from there", count=size),
    )


def _beginning(path: Path, size: int) -> bytes:
    with gzip.open(path) if path.suffix == PACKED else path.open("rb") as stream:
        return stream.read(size)


def _judge(file: DataFile, content: bytes) -> Found:
    if len(content) < file.size:
        detail = text("it holds {found} of {expected} bytes", found=len(content), expected=file.size)
        return Found(file, Condition.PARTIAL, detail)
    if len(content) > file.size:
        return Found(file, Condition.CORRUPT, text("it holds more than {expected} bytes", expected=file.size))
    checksum = hashlib.sha256(content).hexdigest()
    if checksum != file.sha256:
        detail = text("its SHA-256 checksum is {found} instead of {expected}", found=checksum, expected=file.sha256)
        return Found(file, Condition.CORRUPT, detail)
    return Found(file, Condition.COMPLETE, text("it is complete"), content)
