"""Writing: only what changed, nothing over or away that is not ours, byte for byte the same."""

import json

import msgpack
import pytest

from cnnlab.errors import UsageError
from cnnlab.lectures.memory import Memory
from cnnlab.lectures.writing import recall, write_site


def test_two_builds_are_the_same_byte_for_byte(built, put):
    put("ko", more="::: figure word\n가\n:::")
    assert dict(built().files) == dict(built().files)


def test_unchanged_files_are_not_rewritten(tmp_path):
    out = tmp_path / "out"
    write_site(out, {"a.html": b"a", "b/c.html": b"c"}, Memory())
    before = (out / "a.html").stat().st_mtime_ns
    done = write_site(out, {"a.html": b"a", "b/c.html": b"d"}, Memory())
    assert (done.written, done.unchanged) == (("b/c.html",), 1)
    assert (out / "a.html").stat().st_mtime_ns == before


def test_what_an_earlier_build_wrote_is_removed(tmp_path):
    write_site(tmp_path / "out", {"a": b"a", "b": b"b"}, Memory())
    assert write_site(tmp_path / "out", {"a": b"a"}, Memory()).removed == ("b",)
    assert not (tmp_path / "out" / "b").exists()


def test_what_somebody_changed_is_never_removed(tmp_path):
    write_site(tmp_path / "out", {"a": b"a", "b": b"b"}, Memory())
    (tmp_path / "out" / "b").write_text("mine")
    assert write_site(tmp_path / "out", {"a": b"a"}, Memory()).kept == ("b",)
    assert (tmp_path / "out" / "b").read_text() == "mine"


def test_a_folder_that_is_not_ours_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(UsageError, match="did not write; name a new folder with --out"):
        write_site(tmp_path, {"a": b"a"}, Memory())
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_in_the_way_is_not_overwritten(tmp_path):
    write_site(tmp_path / "out", {"a": b"a"}, Memory())
    (tmp_path / "out" / "b").write_text("mine")
    with pytest.raises(UsageError, match="in the way"):
        write_site(tmp_path / "out", {"a": b"a", "b": b"b"}, Memory())
    assert (tmp_path / "out" / "b").read_text() == "mine"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    write_site(tmp_path / "out", {"a": b"a"}, Memory())
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "ko").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="in the way"):
        write_site(tmp_path / "out", {"a": b"a", "ko/b": b"b"}, Memory())
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_manifest_that_names_what_is_outside_removes_nothing(tmp_path):
    out = tmp_path / "out"
    write_site(out, {"a": b"a"}, Memory())
    victim = tmp_path / "victim"
    victim.write_bytes(b"v")
    manifest = out / ".cnnlab-site" / "manifest.json"
    known = json.loads(manifest.read_text())
    known["../victim"] = "4c94485e0c21ae6c41ce1dfe7b6bfaceea5ab68e40a2476f50208e526f506080"
    manifest.write_text(json.dumps(known))
    write_site(out, {"a": b"a"}, Memory())
    assert victim.exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError):
        write_site(tmp_path / "file" / "out", {"a": b"a"}, Memory())


def test_a_build_that_was_cut_short_is_taken_up_again(tmp_path):
    out = tmp_path / "out"
    with pytest.raises(UsageError):
        write_site(out, {"a": b"a", "a/b": b"there is no folder a"}, Memory())
    assert (out / "a").read_bytes() == b"a"
    assert write_site(out, {"a": b"a", "b": b"b"}, Memory()).written == ("b",)


def test_figures_are_drawn_once(built, put, course, tmp_path):
    put("ko", more="::: figure word\n가\n:::")
    memory = Memory()
    files = built(memory).files
    write_site(tmp_path / "out", files, memory)
    kept = recall(tmp_path / "out")
    assert any(key.startswith("figure word ko") for key in msgpack.unpackb(memory.packed()))
    assert dict(built(kept).files) == dict(files)
    assert kept.packed() == memory.packed()


def test_a_broken_memory_is_an_empty_one(tmp_path):
    write_site(tmp_path / "out", {"a": b"a"}, Memory())
    (tmp_path / "out" / ".cnnlab-site" / "memory.msgpack").write_bytes(b"\x81\xa1")
    assert recall(tmp_path / "out").recall("x") is None


def test_code_is_coloured_once(built):
    memory = Memory()
    files = built(memory).files
    known = msgpack.unpackb(memory.packed())
    assert any(key.startswith("code ") and "print(1 + 1)" in key for key in known)
    assert dict(built(Memory(known)).files) == dict(files)
