"""Every state a file of MNIST can be in is told apart, and named with what shows it."""

import gzip

import pytest

from cnnlab.errors import UsageError
from cnnlab.messages import Language, render
from cnnlab.networks.files import TEST_LABELS, Condition, examine_all
from cnnlab.networks.location import Place


@pytest.fixture
def judged(tiny_place):
    """Examine the tiny place; answers the condition and the sentence on the labels of the test split."""

    def judged():
        found = {each.file.name: each for each in examine_all(tiny_place)}
        others = {each.condition for name, each in found.items() if name != TEST_LABELS}
        assert others == {Condition.COMPLETE}
        return found[TEST_LABELS].condition, render(found[TEST_LABELS].detail, Language.ENGLISH)

    judged.path = tiny_place.raw / TEST_LABELS
    judged.packed = tiny_place.raw / f"{TEST_LABELS}.gz"
    return judged


def test_a_complete_place_is_complete(whole_place):
    found = examine_all(whole_place)
    assert [each.condition for each in found] == [Condition.COMPLETE] * 4
    assert [len(each.content) for each in found] == [each.file.size for each in found]


def test_a_file_that_is_not_there_is_missing(judged):
    judged.path.unlink()
    assert judged() == (Condition.MISSING, "it is missing")


def test_the_gz_that_torchvision_leaves_will_do(judged):
    judged.packed.write_bytes(gzip.compress(judged.path.read_bytes()))
    judged.path.unlink()
    assert judged()[0] is Condition.COMPLETE


def test_a_broken_gz_is_corrupt(judged):
    packed = gzip.compress(judged.path.read_bytes())
    judged.path.unlink()
    for broken in (b"<html>", packed[:5], packed[:-9], packed[:-6] + bytes(6), packed[:10] + b"\xff" * 30):
        judged.packed.write_bytes(broken)
        assert judged() == (Condition.CORRUPT, f"{judged.packed} is no whole gzip file"), broken


def test_a_gz_that_unpacks_to_gigabytes_is_not_unpacked_whole(judged):
    judged.packed.write_bytes(gzip.compress(bytes(50_000_000)))
    judged.path.unlink()
    assert judged() == (Condition.CORRUPT, "it holds more than 18 bytes")


def test_a_truncated_file_is_partial(judged):
    for size in (0, 5, 17):
        judged.path.write_bytes(judged.path.read_bytes()[:size].ljust(size, b"\0"))
        assert judged() == (Condition.PARTIAL, f"it holds {size} of 18 bytes")


def test_a_longer_file_is_corrupt(judged):
    judged.path.write_bytes(judged.path.read_bytes() + b"\0")
    assert judged() == (Condition.CORRUPT, "it holds more than 18 bytes")


def test_one_wrong_bit_is_corrupt_and_the_checksum_is_named(judged):
    content = bytearray(judged.path.read_bytes())
    content[-1] ^= 1
    judged.path.write_bytes(content)
    condition, said = judged()
    assert condition is Condition.CORRUPT
    assert said.startswith("its SHA-256 checksum is ")
    assert "instead of" in said


def test_a_download_that_was_stopped_is_partial_and_says_how_to_go_on(judged):
    judged.path.unlink()
    judged.packed.with_name(f"{judged.packed.name}.part").write_bytes(b"begun")
    assert judged() == (
        Condition.PARTIAL,
        "its download stopped after 5 bytes; `cnnlab data fetch` goes on from there",
    )


def test_a_folder_in_place_of_a_file_cannot_be_read(judged):
    judged.path.unlink()
    judged.path.mkdir()
    assert judged() == (Condition.UNREADABLE, "it cannot be read: Is a directory")


@pytest.mark.parametrize("name", ["", "MNIST", "MNIST/raw"])
def test_a_file_in_place_of_a_folder_is_named(name, tmp_path):
    root = tmp_path / "data"
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=f"{path} is not a folder"):
        examine_all(Place(root, named=True))


def test_a_folder_that_cannot_be_looked_into_is_named(tmp_path):
    """A link to itself, which stops the superuser too."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(UsageError, match="loop cannot be read: "):
        examine_all(Place(tmp_path / "loop", named=True))


def test_a_folder_without_permission_is_named(tmp_path, monkeypatch):
    def refuse(self, **_):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path.stat", refuse)
    with pytest.raises(UsageError, match="cannot be read: Permission denied"):
        examine_all(Place(tmp_path, named=True))


def test_a_folder_that_is_not_there_misses_everything(tmp_path):
    found = examine_all(Place(tmp_path / "nowhere", named=True))
    assert [each.condition for each in found] == [Condition.MISSING] * 4
