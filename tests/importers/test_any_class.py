"""Whatever lies in a folder or a zip: every attempt has its own place, every one is read, and only wrong usage is raised."""

import io
import tempfile
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnnlab.errors import UsageError
from cnnlab.importers.class_folder import open_class, read_entry
from cnnlab.importers.roster import parse_roster

CAREFUL = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
parts = st.sampled_from(
    [
        "alice",
        "ALICE",
        "김민지",
        "kim_12_34_pooling.py",
        "kim_LATE_12_35_x.py",
        "A B_77_assignsubmission_file_",
        "submission_1",
        "submission_metadata.yml",
        "pooling.py",
        "Bob - pooling.py",
        "roster.csv",
        "x.zip",
        "y.ipynb",
        "..",
        "",
        ".",
        ".git",
        "a\\b",
        "con.py",
        " ",
        "=1+1",
        "\u202e.py",
        "_1_2_",
        "anon_x_1_pooling.py",
    ]
)
paths = st.lists(parts, min_size=1, max_size=3).map("/".join).filter(bool)
contents = st.sampled_from(
    [b"", b"x = 1\n", b"\xff\xfe", b"PK\x05\x06" + bytes(18), b"{}", b"name\nkim\n", b"- :submitters: 3"]
)


def read_all(path, assignment):
    """Read a whole class and demand what holds for every one; answers its keys."""
    with open_class(path, assignment) as found:
        places = [(entry.student.key, entry.attempt) for entry in found.entries]
        assert len({(key.casefold(), attempt) for key, attempt in places}) == len(places)
        assert {key for key, _ in places}.isdisjoint(student.key for student in found.missing)
        for entry in found.entries:
            assert entry.student.key and not set(entry.student.key) & set("/\\\0\n")
            assert entry.submitted_at is None or entry.submitted_at.tzinfo is not None
            submission = read_entry(found, entry, assignment)
            assert submission.name == entry.student.key
            assert submission.problem is not None or submission.source.strip()
        return [key for key, _ in places]


@CAREFUL
@given(st.lists(st.tuples(paths, contents), max_size=8))
def test_any_names_in_a_zip_are_a_class(assignment3, files):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "class.zip"
        with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as packed:
            warnings.simplefilter("ignore")
            for name, content in files:
                packed.writestr(name, content)
        try:
            read_all(path, assignment3)
        except UsageError as error:
            assert "roster" in str(error)


@CAREFUL
@given(st.data())
def test_any_damage_to_a_zip_is_wrong_usage_or_a_problem(assignment3, data):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in ("alice/pooling.py", "김민지/pooling.py", "bob.zip"):
            packed.writestr(name, "x = 1\n" * 30)
    raw = bytearray(stream.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "class.zip"
        path.write_bytes(raw)
        try:
            read_all(path, assignment3)
        except UsageError as error:
            assert "is neither a folder nor a zip that can be read" in str(error)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=60), st.text(st.sampled_from("name,email;학번\n\r\t\"'김=\0"), max_size=40).map(str.encode)
    )
)
def test_any_bytes_are_a_roster_or_wrong_usage(raw):
    try:
        roster = parse_roster(raw, "roster.csv")
    except UsageError:
        return
    assert len({student.key.casefold() for student in roster.students}) == len(roster.students)
    assert all(student.key and student.name for student in roster.students)


def test_a_class_of_nobody_is_empty(tmp_path, assignment3):
    (tmp_path / "empty").mkdir()
    assert read_all(tmp_path / "empty", assignment3) == []
    with zipfile.ZipFile(tmp_path / "empty.zip", "w"):
        pass
    assert read_all(tmp_path / "empty.zip", assignment3) == []


def test_a_file_that_is_no_zip_is_wrong_usage(tmp_path, assignment3):
    (tmp_path / "pooling.py").write_text("x = 1\n")
    with pytest.raises(UsageError):
        read_all(tmp_path / "pooling.py", assignment3)
