"""Source in whatever encoding an editor wrote it is read, and told where it is not UTF-8."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.errors import CnnlabError
from cnnlab.importers.source_text import decode_source

KOREAN = "# 최댓값 풀링\nx = '가나다'\n"


def note(decoded):
    return str(CnnlabError(decoded.note)) if decoded.note else ""


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\ufeff"), max_size=50))
def test_utf_8_is_read_as_it_is_and_needs_no_note(source):
    body = f"# 안녕\n\n{source}"
    decoded = decode_source(body.encode(), "a.py")
    assert (decoded.source, decoded.note, decoded.problem) == (body, None, None)


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("cp949", "CP949"), ("euc-kr", "CP949"), ("utf-16", "UTF-16"), ("utf-16-le", ""), ("utf-8-sig", "")],
)
def test_korean_editors_are_understood_and_the_encoding_is_named(encoding, named):
    raw = KOREAN.encode(encoding)
    if encoding == "utf-16-le":
        raw, named = codecs.BOM_UTF16_LE + raw, "UTF-16"
    decoded = decode_source(raw, "pooling.py")
    assert (decoded.source, decoded.problem) == (KOREAN, None)
    expected = f"pooling.py is written in {named}, not in UTF-8. It was read all the same; save it as UTF-8 next time."
    assert note(decoded) == (expected if named else "")


def test_big_endian_utf_16_is_understood():
    assert decode_source(codecs.BOM_UTF16_BE + KOREAN.encode("utf-16-be"), "a.py").source == KOREAN


@pytest.mark.parametrize("line", ["# -*- coding: cp949 -*-", "#!/usr/bin/python\n# vim: set fileencoding=euc-kr :"])
def test_an_encoding_line_is_obeyed(line):
    source = f"{line}\nx = '한글'\n"
    decoded = decode_source(source.encode("cp949"), "a.py")
    assert (decoded.source, decoded.problem) == (source, None)


@pytest.mark.parametrize(
    "line", ["# coding: no-such-encoding", "# coding: utf-8", "# coding: ascii", "# coding: utf-16"]
)
def test_a_wrong_encoding_line_stops_nobody(line):
    source = f"{line}\nx = '한글'\n"
    decoded = decode_source(source.encode("cp949"), "a.py")
    assert (decoded.source, decoded.problem) == (source, None)
    assert "CP949" in note(decoded)


@pytest.mark.parametrize(
    "line", ["# coding: hex", "# coding: rot13", "# coding: zip", "# coding: idna", "# coding: undefined"]
)
def test_an_encoding_line_that_names_no_text_encoding_is_no_error_of_ours(line):
    decoded = decode_source(f"{line}\nx = 1\n".encode(), "a.py")
    assert decoded.problem is not None or "x = 1" in decoded.source


@pytest.mark.parametrize(
    "raw",
    [
        b"\x7fELF\x02\x01\x01\x00\xff\xfe\x80",
        b"\x89PNG\r\n\x1a\n\xff\xff",
        b"\xff\xfe\x00",
        b"\xff\xfe\x00\xd8\x00\xd8",
    ],
)
def test_binary_garbage_is_told_to_be_no_text(raw):
    problem = decode_source(raw, "pooling.py").problem
    assert (
        str(CnnlabError(problem))
        == "pooling.py is neither UTF-8 nor CP949 text. Save it as UTF-8 and hand it in again."
    )


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda raw: b"# coding: " + raw))
def test_no_bytes_are_an_error_of_ours(raw):
    decoded = decode_source(raw, "a.py")
    assert isinstance(decoded.source, str)
    assert decoded.problem is None or decoded.source == ""


def test_every_encoding_and_every_kind_of_newline_is_graded(shared_course, right_answer):
    korean = "# coding: ENCODING\n# 두 배\n" + right_answer
    raws = {
        encoding: korean.replace("ENCODING", encoding).encode(encoding) for encoding in ("utf-8-sig", "cp949", "utf-16")
    }
    raws |= {repr(newline): right_answer.replace("\n", newline).encode() for newline in ("\r\n", "\r")}
    reports = shared_course.grade_all(**{name: decode_source(raw, "tiny.py").source for name, raw in raws.items()})
    assert {name: report.score for name, report in reports.items()} == dict.fromkeys(raws, 100)


def test_an_encoding_that_is_no_plain_text_is_not_decoded_with():
    """`punycode` takes minutes for a megabyte; the file is UTF-8 all the same."""
    raw = b"# -*- coding: punycode -*-\nx = 1\n"
    assert decode_source(raw, "pooling.py").source == raw.decode()


def test_korean_under_a_wrong_encoding_line_is_read_as_what_it_is():
    source = "# coding: ascii\n# 한글\nx = 1\n"
    assert decode_source(source.encode("utf-8"), "pooling.py").source == source
    assert decode_source(source.encode("cp949"), "pooling.py").source == source
