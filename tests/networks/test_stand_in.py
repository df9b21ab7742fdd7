"""The stand-in looks like MNIST, is the same everywhere, and its splits are fair."""

import hashlib

import numpy as np
import pytest

from cnnlab.networks import Source
from cnnlab.networks.digits import MEAN, STD
from cnnlab.networks.stand_in import centred, enlarged, read_stand_in


@pytest.fixture(scope="module")
def digits():
    return read_stand_in()


def splits(digits):
    return digits.train, digits.held_out, digits.test


def test_every_image_is_in_one_split(digits):
    assert digits.source is Source.STAND_IN
    assert sum(len(each.labels) for each in splits(digits)) == 1797
    assert [len(each.labels) for each in splits(digits)] == [1343, 150, 304]
    for each in splits(digits):
        assert (each.images.shape[1:], each.images.dtype, each.labels.dtype) == ((1, 28, 28), np.float32, np.int64)


def test_every_digit_is_equally_often_in_every_split(digits):
    for each in splits(digits):
        counts = np.bincount(each.labels, minlength=10)
        assert counts.min() >= 0.9 * counts.max()


def test_no_image_of_the_test_split_is_one_to_train_on(digits):
    seen = {image.tobytes() for split in (digits.train, digits.held_out) for image in split.images}
    assert not [image for image in digits.test.images if image.tobytes() in seen]


def test_pixels_span_the_range_of_mnist(digits):
    pixels = np.concatenate([each.images for each in splits(digits)]) * STD + MEAN
    assert pixels.min() == pytest.approx(0, abs=1e-6)
    assert pixels.max() == pytest.approx(1, abs=0.02)
    assert 0.1 < pixels.mean() < 0.2


def test_digits_are_in_the_middle(digits):
    """Within a pixel, as in MNIST, and with a border of at least two pixels on the average image."""
    pixels = np.concatenate([each.images for each in splits(digits)])[:, 0] * STD + MEAN
    mass = pixels.sum(axis=(1, 2))
    rows = pixels.sum(axis=2) @ np.arange(28) / mass
    columns = pixels.sum(axis=1) @ np.arange(28) / mass
    assert np.abs(rows - 13.5).max() <= 1
    assert np.abs(columns - 13.5).max() <= 1


def test_a_nearest_neighbour_reads_the_test_split(digits):
    """The images still show their digits, and the labels are theirs."""
    train, test = (each.images.reshape(len(each.labels), -1) for each in (digits.train, digits.test))
    distance = (train**2).sum(1) - 2 * test @ train.T
    assert (digits.train.labels[distance.argmin(1)] == digits.test.labels).mean() > 0.97


def test_the_same_splits_are_read_every_time(digits):
    def sums(each):
        return [hashlib.sha256(split.images.tobytes() + split.labels.tobytes()).digest() for split in splits(each)]

    assert sums(read_stand_in()) == sums(digits)


def test_resizing_is_bilinear():
    from scipy.ndimage import zoom

    image = np.random.default_rng(1).integers(0, 17, (8, 8)).astype(float)
    wanted = zoom(image, 20 / 8, order=1, mode="nearest", grid_mode=True) * 255 / 16
    assert np.abs(enlarged(image) - wanted).max() <= 0.5 + 1e-9


def test_flat_images_stay_flat():
    assert (enlarged(np.full((8, 8), 16.0)) == 255).all()
    assert (enlarged(np.zeros((8, 8))) == 0).all()
    assert (centred(np.zeros((20, 20), np.uint8)) == 0).all()


def test_a_digit_in_a_corner_is_moved_as_far_as_the_border():
    box = np.zeros((20, 20), np.uint8)
    box[0, 0] = 200
    assert np.argwhere(centred(box)).tolist() == [[8, 8]]
