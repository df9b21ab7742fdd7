"""From the bytes of a student's file to Python source, whatever editor and country they come from."""

import codecs
import io
import tokenize
from dataclasses import dataclass

from cnnlab.messages import Text, text

KOREAN = "cp949"


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
    try:
        declared, _ = tokenize.detect_encoding(io.BytesIO(raw).readline)
        return SourceText(raw.decode(declared))
    except (SyntaxError, UnicodeError, LookupError):
        return _decoded(raw, KOREAN, filename)


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
