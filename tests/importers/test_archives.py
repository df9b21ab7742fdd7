"""Zips from strangers, made by the `zip` tool and by Python: nothing points out of them, and nothing of them fills memory."""

import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnlab.errors import UsageError
from cnnlab.importers.archive import MAX_INNER_FILES
from cnnlab.importers.class_folder import open_class, read_entry
from cnnlab.importers.member_name import decode_name
from tests.importers.conftest import ANSWER, all_said, said


def inner(files, method=zipfile.ZIP_DEFLATED):
    """A student's own zip, as bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return stream.getvalue()


def raw_zip(name, content, flags=0, extra=b""):
    """A zip with a name of any bytes, as old programs write it."""
    crc, size = zlib.crc32(content), len(content)
    head = struct.pack("<HHHHHIIIHH", 20, flags, 0, 0, 33, crc, size, size, len(name), len(extra))
    local = b"PK\x03\x04" + head + name + extra + content
    record = b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name + extra
    return local + record + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(record), len(local), 0)


def test_a_zip_by_the_tool_is_read_with_its_times(write, packed_by_zip, opened):
    root = write({"alice/pooling.py": (ANSWER, 1_700_000_000), "김민지/pooling.py": (ANSWER, 1_700_000_100)})
    _, read = opened(packed_by_zip(root))
    assert {key: attempts[0][1].source for key, attempts in read.items()} == {"alice": ANSWER, "김민지": ANSWER}
    assert read["김민지"][0][0].submitted_at.timestamp() == 1_700_000_100


def test_a_zip_by_python_has_no_time_and_says_so(packed_by_python, opened):
    found, read = opened(packed_by_python({"alice/pooling.py": ANSWER, "bob.py": ANSWER}))
    assert read["alice"][0][0].submitted_at is None
    assert "When it was handed in is not known for 2 of 2; these count as in time." in all_said(found.notes)


def test_the_one_folder_around_a_class_is_left_away(write, packed_by_zip, only, tmp_path):
    write({"submissions/alice/pooling.py": ANSWER, "submissions/bob.py": ANSWER})
    assert set(only(packed_by_zip(tmp_path / "class"))) == {"alice", "bob"}


def test_the_folder_of_the_only_student_is_not(write, packed_by_zip, only):
    assert set(only(packed_by_zip(write({"alice/pooling.py": ANSWER, "alice/notes.txt": ""})))) == {"alice"}


def test_a_link_in_a_zip_is_a_problem_of_its_student(write, packed_by_zip, only):
    root = write({"alice/pooling.py": ANSWER, "eve/x.txt": ""})
    (root / "eve" / "pooling.py").symlink_to("/etc/passwd")
    read = only(packed_by_zip(root, "--symlinks"))
    assert said(read["eve"].problem) == "pooling.py is a link to another file. Hand in the file itself."
    assert read["alice"].problem is None


def test_a_password_is_a_problem_of_its_student(write, packed_by_zip, only):
    read = only(packed_by_zip(write({"alice/pooling.py": ANSWER}), "-P", "secret"))
    assert said(read["alice"].problem) == "pooling.py is locked with a password. Hand it in without one."


def test_names_that_point_out_are_left_out_and_nothing_is_written(packed_by_python, opened, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = ["../../evil/pooling.py", "/etc/evil/pooling.py", "C:\\evil\\pooling.py", "alice/../../pooling.py"]
    path = packed_by_python({**dict.fromkeys(out, "x = 1\n"), "alice/pooling.py": ANSWER})
    before = sorted(tmp_path.rglob("*"))
    found, read = opened(path)
    assert (set(read), read["alice"][0][1].source) == ({"alice"}, ANSWER)
    assert all_said(found.notes)[0].startswith(
        "The zip has 4 names that point out of it, such as ../../evil/pooling.py"
    )
    assert sorted(tmp_path.rglob("*")) == before


def test_names_with_the_separator_of_windows_are_paths(only, tmp_path):
    (tmp_path / "w.zip").write_bytes(raw_zip(b"alice\\pooling.py", ANSWER.encode()))
    assert only(tmp_path / "w.zip")["alice"].source == ANSWER


def test_a_bomb_is_not_inflated(packed_by_python, assignment3):
    path = packed_by_python({"eve/pooling.py": b"#" * 80_000_000, "alice/pooling.py": ANSWER})
    with open_class(path, assignment3) as found:
        [eve] = [entry for entry in found.entries if entry.student.key == "eve"]
        tracemalloc.start()
        submission = read_entry(found, eve, assignment3)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert said(submission.problem) == "pooling.py has 80.0 MB; a solution needs a few kB, and at most 1 MB is read."
    assert peak < 8_000_000


def test_a_bomb_that_lies_about_its_size_is_not_inflated(packed_by_python, assignment3, tmp_path):
    raw = packed_by_python({"eve/pooling.py": b"#" * 80_000_000}).read_bytes()
    small = struct.pack("<I", 100)
    (tmp_path / "liar.zip").write_bytes(raw.replace(struct.pack("<I", 80_000_000), small))
    with open_class(tmp_path / "liar.zip", assignment3) as found:
        tracemalloc.start()
        submission = read_entry(found, found.entries[0], assignment3)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert said(submission.problem) == "pooling.py is damaged and cannot be unpacked. Hand it in again."
    assert peak < 8_000_000


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_inflate_without_end_are_refused(packed_by_python, only, method):
    read = only(packed_by_python({"eve/pooling.py": ANSWER}, method=method))
    assert said(read["eve"].problem) == "pooling.py is packed in an unusual way. Pack it as an ordinary zip."


def test_a_students_zip_is_looked_into_once(packed_by_python, only):
    read = only(
        packed_by_python(
            {
                "alice/homework.zip": inner({"homework/pooling.py": ANSWER, "homework/data/pooling.py": "x = 1\n"}),
                "bob/pooling.zip": inner({"deep.zip": inner({"pooling.py": ANSWER})}),
                "eve/pooling.zip": inner({"pooling.py": b"#" * 40_000_000}),
                "dan/pooling.zip": inner({"../../pooling.py": "x = 1\n", "pooling.py": ANSWER}),
                "tom/pooling.zip": inner({f"{n}.txt": "" for n in range(MAX_INNER_FILES + 1)}),
                "max/pooling.zip": b"",
            }
        )
    )
    assert (read["alice"].source, read["dan"].source) == (ANSWER, ANSWER)
    assert all_said(read["alice"].notes) == ["homework.zip is a zip; hand in pooling.py itself."]
    assert "names that point out of it" in all_said(read["dan"].notes)[1]
    assert said(read["bob"].problem) == "There is no pooling.py in what was handed in. There is: deep.zip."
    assert said(read["eve"].problem).startswith("pooling.py has 40.0 MB")
    assert said(read["tom"].problem) == f"pooling.zip holds more than {MAX_INNER_FILES} files. Hand in one."
    assert said(read["max"].problem) == "pooling.zip is damaged and cannot be unpacked. Hand it in again."


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_broken_zip_is_wrong_usage_and_says_what_it_is(packed_by_python, assignment3, cut):
    path = packed_by_python({"alice/pooling.py": ANSWER})
    path.write_bytes(path.read_bytes()[:-cut])
    with (
        pytest.raises(UsageError, match="is neither a folder nor a zip that can be read"),
        open_class(path, assignment3),
    ):
        pass


@pytest.mark.parametrize("place", range(0, 99, 3))
def test_a_flipped_byte_hurts_nobody_but_its_student(packed_by_python, assignment3, place):
    path = packed_by_python({"alice/pooling.py": ANSWER * 40})
    raw = bytearray(path.read_bytes())
    raw[place] ^= 0xFF
    path.write_bytes(raw)
    with open_class(path, assignment3) as found:
        for entry in found.entries:
            submission = read_entry(found, entry, assignment3)
            assert submission.problem is not None or submission.source == ANSWER * 40


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_korean_names_without_a_flag_are_read(only, tmp_path, encoding):
    (tmp_path / "k.zip").write_bytes(raw_zip("김민지/pooling.py".encode(encoding), ANSWER.encode()))
    assert set(only(tmp_path / "k.zip")) == {"김민지"}


def test_the_unicode_field_of_info_zip_goes_before_the_name(only, tmp_path):
    old, new = b"???/pooling.py", "이철수/pooling.py".encode()
    body = b"\x01" + struct.pack("<I", zlib.crc32(old)) + new
    extra = struct.pack("<HH", 0x7075, len(body)) + body
    (tmp_path / "k.zip").write_bytes(raw_zip(old, ANSWER.encode(), extra=extra))
    assert set(only(tmp_path / "k.zip")) == {"이철수"}


def test_a_name_of_nothing_beside_a_unicode_field_is_read(only, tmp_path):
    old, new = b"\0", "이철수/pooling.py".encode()
    body = b"\x01" + struct.pack("<I", zlib.crc32(old)) + new
    extra = struct.pack("<HH", 0x7075, len(body)) + body
    (tmp_path / "k.zip").write_bytes(raw_zip(old, ANSWER.encode(), extra=extra))
    assert only(tmp_path / "k.zip")["이철수"].source == ANSWER


@pytest.mark.parametrize("name", ["Jérôme", "Françoise", "Müller", "André", "Åse Öberg", "Señor Peña", "naïve"])
def test_western_names_of_old_zips_are_read(name):
    assert decode_name(name.encode("cp437")) == name


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=4))
def test_hangul_with_a_common_syllable_is_read_from_cp949_and_utf_8(name):
    assert decode_name(name.encode("utf-8")) == name
    assert decode_name(("김" + name).encode("cp949")) == "김" + name


@settings(max_examples=200, deadline=None)
@given(st.binary(min_size=1, max_size=30))
def test_any_bytes_are_a_name(raw):
    assert decode_name(raw)


def test_a_large_class_is_listed_without_its_sources(packed_by_python, assignment3):
    big = b"#" * 200_000
    path = packed_by_python({f"s{n}/pooling.py": big for n in range(100)})
    tracemalloc.start()
    with open_class(path, assignment3) as found:
        for entry in found.entries:
            assert len(read_entry(found, entry, assignment3).source) == len(big)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000
