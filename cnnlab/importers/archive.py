"""Zips from strangers: nothing is ever unpacked to disk, names are only names, and no more is inflated than is asked for."""

import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cnnlab.errors import UsageError
from cnnlab.importers.member_name import is_inside, member_name
from cnnlab.messages import Text, text

UNIX_TIME = 0x5455
ENCRYPTED = 0x1
CREATED_ON_UNIX = 3
CENTRAL_RECORD = b"PK\x01\x02"
MAX_INNER_BYTES = 16 * 1024 * 1024
MAX_INNER_FILES = 2000
DAMAGED = (BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError, struct.error, zlib.error)
Member = tuple[str, ZipInfo, datetime | None]


@contextmanager
def open_archive(path: Path) -> Iterator[ZipFile]:
    """Open a zip of a class.

    Raises:
        UsageError: where it is none, or is broken as a whole.
    """
    try:
        archive = ZipFile(path)
    except DAMAGED as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise UsageError(
            text("{path} is neither a folder nor a zip that can be read: {reason}.", path=path, reason=reason)
        ) from error
    with archive:
        yield archive


def open_inner(raw: bytes, filename: str) -> tuple[ZipFile | None, Text | None]:
    """A zip that a student handed in, from memory; or why it is not opened."""
    # Every file that a zip lists costs memory before one byte of it is read.
    if raw.count(CENTRAL_RECORD) > MAX_INNER_FILES:
        return None, text("{file} holds more than {count} files. Hand in one.", file=filename, count=MAX_INNER_FILES)
    try:
        return ZipFile(BytesIO(raw)), None
    except DAMAGED:
        return None, damaged(filename)


def damaged(filename: str) -> Text:
    """What to say of a zip, or of a file in it, that cannot be unpacked."""
    return text("{file} is damaged and cannot be unpacked. Hand it in again.", file=filename)


def members(archive: ZipFile) -> tuple[list[Member], tuple[Text, ...]]:
    """The files of a zip with their names and times, and notes on those that point out of it."""
    found: list[Member] = []
    outside: list[str] = []
    for info in archive.infolist():
        name = member_name(info)
        if not is_inside(name):
            outside.append(name)
        elif not name.endswith("/"):
            found.append((name, info, _time(info)))
    if not outside:
        return found, ()
    note = text(
        "The zip has {count} names that point out of it, such as {name}; they were left out.",
        count=len(outside),
        name=outside[0],
    )
    return found, (note,)


def read_member(archive: ZipFile, info: ZipInfo, filename: str, limit: int) -> tuple[bytes, Text | None]:
    """Up to `limit` bytes of a member, whatever size it claims; or why it cannot be read."""
    if info.create_system == CREATED_ON_UNIX and stat.S_ISLNK(info.external_attr >> 16):
        return b"", text("{file} is a link to another file. Hand in the file itself.", file=filename)
    if info.flag_bits & ENCRYPTED:
        return b"", text("{file} is locked with a password. Hand it in without one.", file=filename)
    # The other methods inflate a whole block at once, however large it becomes.
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return b"", text("{file} is packed in an unusual way. Pack it as an ordinary zip.", file=filename)
    try:
        with archive.open(info) as stream:
            raw = stream.read(limit + 1)
    except DAMAGED:
        return b"", damaged(filename)
    if len(raw) > limit:
        return b"", damaged(filename)
    return raw, None


def _time(info: ZipInfo) -> datetime | None:
    """When a file was changed, where the zip tells it with a time zone: the date that every zip has is anybody's local time."""
    extra, place = info.extra, 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, place)
        body = extra[place + 4 : place + 4 + size]
        if kind == UNIX_TIME and len(body) >= 5 and body[0] & 1:
            return datetime.fromtimestamp(struct.unpack_from("<i", body, 1)[0], UTC)
        place += 4 + size
    return None
