"""Fetch MNIST from where torchvision fetches it, checked by torchvision's checksums and by ours."""

import fcntl
import gzip
import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cnnlab.errors import DataUnavailable
from cnnlab.messages import Text, text
from cnnlab.networks.download import BLOCK, Progress, download, settle, writing
from cnnlab.networks.files import PACKED, PARTIAL, Condition, DataFile, examine, examine_all
from cnnlab.networks.location import Place

# gzip never makes a file longer by more than this.
SLACK = 1 << 16


@dataclass(frozen=True)
class Mirrors:
    """Addresses that hold the files, and the MD5 checksum of each packed file."""

    addresses: tuple[str, ...]
    md5: Mapping[str, str]


def torchvision_mirrors() -> Mirrors:
    """torchvision's own table.

    Raises:
        DataUnavailable: where torchvision is not installed, or cannot be imported.
    """
    try:
        from torchvision.datasets import MNIST
    except ModuleNotFoundError as error:
        raise DataUnavailable(
            text("Fetching MNIST needs torchvision, which is not installed: pip install 'cnnlab[torch]'")
        ) from error
    except (ImportError, OSError, RuntimeError) as error:
        # A torchvision that was built for another torch.
        raise DataUnavailable(
            text(
                "torchvision cannot be imported: {reason}. Install it anew with its torch: pip install 'cnnlab[torch]'",
                reason=str(error),
            )
        ) from error
    return Mirrors(tuple(MNIST.mirrors), dict(MNIST.resources))


def fetch(place: Place, progress: Progress) -> tuple[DataFile, ...]:
    """Fetch what is not complete; answers which files that were. Where all is complete, nothing is needed or touched.

    Raises:
        UsageError: where the place is not a folder.
        DataUnavailable: where no mirror gives a file, the disk takes none, or torchvision is missing.
    """
    if not _lacking(place):
        return ()
    mirrors = torchvision_mirrors()
    with writing(place.raw):
        place.raw.mkdir(parents=True, exist_ok=True)
    with _alone(place.raw):
        # Looked at again: another fetch may just have ended.
        lacking = _lacking(place)
        for file in lacking:
            _fetch(place.raw, file, mirrors, progress)
    return lacking


def _lacking(place: Place) -> tuple[DataFile, ...]:
    return tuple(each.file for each in examine_all(place) if each.condition is not Condition.COMPLETE)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two fetches into one folder would write into each other's parts. The lock leaves no file and dies with us."""
    with writing(folder):
        descriptor = os.open(folder, os.O_RDONLY)
    try:
        with writing(folder):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise DataUnavailable(
                    text("Another `cnnlab data fetch` is at work in {path}. Wait until it has ended.", path=folder)
                ) from error
        yield
    finally:
        os.close(descriptor)


def _fetch(folder: Path, file: DataFile, mirrors: Mirrors, progress: Progress) -> None:
    archive = folder / (file.name + PACKED)
    problems: list[Text] = []
    for address in mirrors.addresses:
        problem = download(address + archive.name, archive, mirrors.md5[archive.name], file.size + SLACK, progress)
        if problem is None:
            _unpack(archive, folder / file.name, file)
            return
        problems.append(problem)
    said = problems[0]
    for problem in problems[1:]:
        said = text("{one}; {other}", one=said, other=problem)
    raise DataUnavailable(
        text(
            "MNIST cannot be fetched: {problems}. Look at your connection and run `cnnlab data fetch` again; "
            "it goes on where it stopped.",
            problems=said,
        )
    )


def _unpack(archive: Path, target: Path, file: DataFile) -> None:
    part = target.with_name(target.name + PARTIAL)
    with writing(target):
        try:
            with gzip.open(archive) as packed, part.open("wb") as stream:
                written = 0
                while written <= file.size and (block := packed.read(BLOCK)):
                    written += stream.write(block)
                settle(stream)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise DataUnavailable(text("{path} is no whole gzip file", path=archive)) from error
        # What unpacks to other contents than ours is not put in place.
        found = examine(part.parent, DataFile(part.name, file.size, file.sha256))
        if found.condition is not Condition.COMPLETE:
            part.unlink()
            raise DataUnavailable(
                text("{path} was fetched, but what is in it is wrong: {detail}.", path=archive, detail=found.detail)
            )
        part.replace(target)
        archive.unlink()
