"""The name of a file in a zip, in whatever encoding and country it was packed."""

import re
import struct
import unicodedata
import zlib
from zipfile import ZipInfo

UTF_8_FLAG = 0x800
UNICODE_PATH = 0x7075
DRIVE = re.compile(r"[A-Za-z]:")


def member_name(info: ZipInfo) -> str:
    """A name with `/`, in NFC: by the zip's own flag, by its Unicode field, else as UTF-8, CP949 or CP437."""
    if info.flag_bits & UTF_8_FLAG:
        name = info.orig_filename
    else:
        raw = info.orig_filename.encode("cp437", "replace")
        name = _unicode_path(info.extra, raw) or decode_name(raw)
    if "/" not in name:
        # Some programs of Windows pack with their own separator.
        name = name.replace("\\", "/")
    return unicodedata.normalize("NFC", name.partition("\0")[0])


def decode_name(raw: bytes) -> str:
    """UTF-8 where it is that; CP949 where it reads as Hangul; else CP437, which knows every byte."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        korean = raw.decode("cp949")
    except UnicodeDecodeError:
        return raw.decode("cp437")
    return korean if _is_hangul(korean) else raw.decode("cp437")


def is_inside(name: str) -> bool:
    """Whether a name stays within the zip: relative, without `..`."""
    return not (name.startswith("/") or DRIVE.match(name) or ".." in name.split("/") or name == "")


def _is_hangul(name: str) -> bool:
    """Whether everything beyond ASCII is a Korean syllable, one of the common ones among them.

    French and German letters of CP437 next to ASCII letters happen to be rare syllables of CP949; common ones have a
    first byte that is no letter in CP437.
    """
    beyond = [letter for letter in name if not letter.isascii()]
    return all("가" <= letter <= "힣" for letter in beyond) and any(_is_common(letter) for letter in beyond)


def _is_common(letter: str) -> bool:
    try:
        return len(letter.encode("euc_kr")) == 2
    except UnicodeEncodeError:
        return False


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The UTF-8 name that Info-ZIP writes beside the other, where it belongs to this very name."""
    place = 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, place)
        body = extra[place + 4 : place + 4 + size]
        if kind == UNICODE_PATH and len(body) > 5 and struct.unpack_from("<I", body, 1)[0] == zlib.crc32(raw):
            return body[5:].decode("utf-8", "replace")
        place += 4 + size
    return None
