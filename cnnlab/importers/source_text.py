"""From the bytes of a student's file to Python source, whatever editor and country they come from."""

import codecs
import io
import tokenize
from dataclasses import dataclass

from cnnlab.messages import Text, text

KOREAN = "cp949"
TEXT_ENCODINGS = frozenset(
    ["ascii", "cp1252", "cp949", "euc_kr", "iso8859-1", "iso8859-15", "johab", "utf-8", "utf-8-sig"]
)


@dataclass(frozen=True)
class SourceText:
    """Source, and what the student should know of its encoding; or why it cannot be read."""

    source: str
    note: Text | None = None
    problem: Text | None = None


def decode_source(raw: bytes, filename: str) -> SourceText:
    """Decode by byte-order mark, by the encoding line, as UTF-8, and last as CP949, which Korean Windows writes."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if raw.startswith(mark):
            return _decoded(raw, encoding, filename)
    for encoding in (_declared(raw), "utf-8"):
        try:
            return SourceText(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _decoded(raw, KOREAN, filename)


def _declared(raw: bytes) -> str:
    """The encoding that the source names, where it is one for text. Others could take minutes to decode a file."""
    try:
        declared, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        known = codecs.lookup(declared).name in TEXT_ENCODINGS
    except (SyntaxError, UnicodeError, LookupError):
        return "utf-8"
    return declared if known else "utf-8"


def _decoded(raw: bytes, encoding: str, filename: str) -> SourceText:
    try:
        source = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return SourceText(
            "",
            problem=text(
                "{file} is neither UTF-8 nor CP949 text. Save it as UTF-8 and hand it in again.",
                file=filename,
            ),
        )
    return SourceText(
        source,
        note=text(
            "{file} is written in {encoding}, not in UTF-8. It was read all the same; save it as UTF-8 next time.",
            file=filename,
            encoding=encoding.upper(),
        ),
    )
