"""Splits are whole, normalised and disjoint; which data they are is recorded; nothing broken is ever loaded."""

import sys

import numpy as np
import pytest

from cnnlab.errors import DataUnavailable
from cnnlab.networks import Source
from cnnlab.networks.digits import MEAN, STD
from cnnlab.networks.files import TEST_IMAGES, TEST_LABELS, TRAIN_IMAGES, examine_all
from cnnlab.networks.loading import load, source_of
from cnnlab.networks.location import Place


def test_splits_are_tensors_of_normalised_images(whole_place):
    digits = load(whole_place)
    assert digits.source is Source.MNIST
    content = {each.file.name: each.content for each in examine_all(whole_place)}
    counts = [(len(content[name]) - 16) // 784 for name in (TRAIN_IMAGES, TEST_IMAGES)]
    held_out = counts[0] // 12
    for split, count in (
        (digits.train, counts[0] - held_out),
        (digits.held_out, held_out),
        (digits.test, counts[1]),
    ):
        assert (split.images.shape, split.images.dtype) == ((count, 1, 28, 28), np.float32)
        assert (split.labels.shape, split.labels.dtype) == ((count,), np.int64)
        assert set(split.labels.tolist()) <= set(range(10))
    pixels = np.frombuffer(content[TRAIN_IMAGES], np.uint8, offset=16).reshape(-1, 1, 28, 28)
    wanted = (pixels[:7].astype(np.float32) / np.float32(255) - np.float32(MEAN)) / np.float32(STD)
    assert np.array_equal(digits.train.images[:7], wanted)
    last = (pixels[-1].astype(np.float32) / np.float32(255) - np.float32(MEAN)) / np.float32(STD)
    assert np.array_equal(digits.held_out.images[-1], last)


def test_images_and_labels_keep_together(tiny_place):
    digits = load(tiny_place)
    assert digits.train.labels.tolist() + digits.held_out.labels.tolist() == [n % 10 for n in range(24)]
    assert digits.test.labels.tolist() == list(range(10))


def test_an_unnamed_place_without_mnist_gives_the_stand_in(tiny, tmp_path):
    place = Place(tmp_path / "cache", named=False)
    assert source_of(place, examine_all(place)) is Source.STAND_IN
    assert load(place).source is Source.STAND_IN


def test_an_unnamed_place_with_mnist_gives_mnist(tiny_place):
    assert load(Place(tiny_place.root, named=False)).source is Source.MNIST


def test_a_named_place_without_mnist_is_never_replaced_by_the_stand_in(tiny, tmp_path):
    place = Place(tmp_path / "slip", named=True)
    assert source_of(place, examine_all(place)) is None
    with pytest.raises(DataUnavailable) as caught:
        load(place)
    assert str(caught.value) == (
        f"{place.raw}/train-images-idx3-ubyte cannot be used: it is missing. "
        f"Run `cnnlab data fetch --data {place.root}`, or name another folder."
    )


def test_a_corrupt_file_is_not_loaded_and_its_checksum_is_named(tiny_place):
    path = tiny_place.raw / TEST_LABELS
    path.write_bytes(path.read_bytes()[:-1] + b"\0")
    with pytest.raises(DataUnavailable, match=rf"{path} cannot be used: its SHA-256 checksum is [0-9a-f]+ instead of"):
        load(tiny_place)


def test_without_scikit_learn_and_without_mnist_there_is_a_sentence(tiny, tmp_path, monkeypatch):
    place = Place(tmp_path, named=False)
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    with pytest.raises(DataUnavailable, match=r"scikit-learn is not installed.*pip install 'cnnlab\[torch\]'"):
        load(place)


@pytest.mark.parametrize(
    ("name", "array", "words"),
    [
        (TEST_LABELS, np.arange(9), f"{TEST_IMAGES} holds 10 images, but {TEST_LABELS} holds 9 labels."),
        (TEST_LABELS, np.arange(10) + 1, f"{TEST_LABELS} holds the label 10; digits end at 9."),
        (TEST_LABELS, np.zeros((10, 1)), f"{TEST_LABELS} is not an idx file of 1 dimensions"),
        (TEST_IMAGES, np.zeros((10, 28, 27)), f"{TEST_IMAGES} holds images of 28 × 27 pixels instead of 28 × 28."),
    ],
)
def test_contents_that_do_not_fit_each_other_are_named(expecting, tiny, place_of, idx, tmp_path, name, array, words):
    """Such files pass no checksum of ours: this is for the day on which the table of checksums has a slip."""
    place = place_of(tmp_path, expecting({**tiny, name: idx(array)}))
    with pytest.raises(DataUnavailable) as caught:
        load(place)
    assert words in str(caught.value)
