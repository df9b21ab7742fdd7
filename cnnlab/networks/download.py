"""One file from one address: continued where it stopped, checked, and put in place whole or not at all."""

import errno
import hashlib
import http.client
import os
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cnnlab.errors import DataUnavailable
from cnnlab.messages import Text, text
from cnnlab.networks.files import PARTIAL

Progress = Callable[[str, int, int | None], None]
"""Told of a file's name, how many bytes of it are here, and how many there will be where the server says so."""

BLOCK = 1 << 16
SECONDS_OF_SILENCE = 30.0
RANGE_NOT_SATISFIABLE = 416


def download(url: str, target: Path, md5: str, largest: int, progress: Progress) -> Text | None:
    """Fetch a file; answers why this address did not give it, or nothing where it did.

    What has arrived is kept in `<target>.part` when the connection breaks: the next call goes on from there, from
    whatever address. A part that ends up with the wrong checksum is thrown away and fetched once more from the start.

    Raises:
        DataUnavailable: where the disk does not take it.
    """
    part = target.with_name(target.name + PARTIAL)
    with writing(target):
        continued = part.exists() and part.stat().st_size > 0
        if continued and _is(part, md5):
            part.replace(target)
            return None
        for _ in range(1 + continued):
            problem = _receive(url, part, largest, progress)
            if problem is not None:
                return problem
            if _is(part, md5):
                part.replace(target)
                return None
            part.unlink()
    return text("{url} gives a file whose MD5 checksum is not {expected}", url=url, expected=md5)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a disk's refusal into a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DataUnavailable(
                text(
                    "The disk is full: {path} does not fit. Make room and run `cnnlab data fetch` again; "
                    "it goes on where it stopped.",
                    path=path,
                )
            ) from error
        raise DataUnavailable(
            text("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        ) from error


def _receive(url: str, part: Path, largest: int, progress: Progress) -> Text | None:
    start = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(url, headers={"Range": f"bytes={start}-"} if start else {})
    try:
        response = urllib.request.urlopen(request, timeout=SECONDS_OF_SILENCE)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == RANGE_NOT_SATISFIABLE and start:
            part.unlink()
            return _receive(url, part, largest, progress)
        return text("{url} answers {code} {reason}", url=url, code=error.code, reason=error.reason)
    except urllib.error.URLError as error:
        return text("{url} cannot be reached: {reason}", url=url, reason=str(error.reason))
    except (OSError, http.client.HTTPException) as error:
        return text("{url} cannot be reached: {reason}", url=url, reason=str(error) or type(error).__name__)
    with response:
        # A server that knows no ranges answers with the whole file: then it is written from the start.
        begin, total = _announced(response, start)
        if total is not None and total > largest:
            return text("{url} gives something larger than {largest} bytes", url=url, largest=largest)
        with part.open("ab" if begin else "wb") as stream:
            return _copy(url, response, stream, begin, total, largest, lambda done: progress(part.stem, done, total))


def _announced(response: http.client.HTTPResponse, start: int) -> tuple[int, int | None]:
    """Where in the file the answer begins, and how long the file is."""
    given = re.fullmatch(r"bytes (\d+)-\d+/(\d+)", response.headers.get("Content-Range", ""))
    if response.status == http.client.PARTIAL_CONTENT and given and int(given[1]) == start:
        return start, int(given[2])
    length = response.headers.get("Content-Length", "")
    return 0, int(length) if length.isdecimal() else None


def _copy(
    url: str,
    response: http.client.HTTPResponse,
    stream: BinaryIO,
    done: int,
    total: int | None,
    largest: int,
    progress: Callable[[int], None],
) -> Text | None:
    progress(done)
    while True:
        try:
            block = response.read(BLOCK)
        except (OSError, http.client.HTTPException) as error:
            reason = str(error) or type(error).__name__
            return text(
                "the connection to {url} broke after {count} bytes: {reason}", url=url, count=done, reason=reason
            )
        if not block:
            break
        done += len(block)
        if done > largest:
            stream.truncate(0)
            return text("{url} gives something larger than {largest} bytes", url=url, largest=largest)
        stream.write(block)
        progress(done)
    if total is not None and done < total:
        return text("{url} ended after {count} of {total} bytes", url=url, count=done, total=total)
    return None


def _is(path: Path, md5: str) -> bool:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest() == md5


def settle(stream: BinaryIO) -> None:
    """Have what was written on the disk before its name says that it is whole."""
    stream.flush()
    os.fsync(stream.fileno())
