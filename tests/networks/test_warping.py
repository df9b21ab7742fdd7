"""Digits are turned and moved by as much as they may be, against SciPy; pixels come back exactly."""

import math

import numpy as np
import pytest
from scipy.ndimage import affine_transform, center_of_mass

from cnnlab.networks.digits import split
from cnnlab.networks.stand_in import read_stand_in
from cnnlab.networks.warping import BATCH, GRADED, TRAINED, Warp, to_pixels, warp


class Scripted:
    """A generator whose numbers are given."""

    def __init__(self, *values):
        self.values = list(values)

    def uniform(self, low, high, size):
        return np.broadcast_to(np.asarray(self.values.pop(0), float), size)


@pytest.fixture(scope="module")
def pixels():
    return to_pixels(read_stand_in().test.images[:40])


@pytest.fixture
def spot():
    """One bright square of two pixels, off the middle."""
    image = np.zeros((1, 1, 28, 28), np.uint8)
    image[0, 0, 6:8, 13:15] = 200
    return image


def test_all_pixels_come_back_from_normalised_images():
    every = np.resize(np.arange(256, dtype=np.uint8), (3, 28, 28))
    back = to_pixels(split(every, np.zeros(3, np.uint8)).images)
    assert back.dtype == np.uint8
    np.testing.assert_array_equal(back[:, 0], every)


def test_no_warp_changes_nothing(pixels):
    np.testing.assert_array_equal(warp(pixels, Warp(0, 0), np.random.default_rng(0)), pixels)


def test_the_same_numbers_warp_the_same_and_others_do_not(pixels):
    one, same, other = (warp(pixels, GRADED, np.random.default_rng(seed)) for seed in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert not any(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    assert (one.dtype, one.shape) == (np.uint8, pixels.shape)


def test_what_is_warped_is_not_changed_itself(pixels):
    before = pixels.copy()
    warp(pixels, TRAINED, np.random.default_rng(0))
    np.testing.assert_array_equal(pixels, before)


@pytest.mark.parametrize(("degrees", "right", "down"), [(0, 1, 0), (0, 0, -1), (5, 0, 0), (-5, 0.5, -0.75), (3, -1, 1)])
def test_turning_and_moving_are_those_of_scipy(pixels, degrees, right, down):
    """SciPy's matrix, like PyTorch's grid, says where each pixel of the result comes from."""
    angle = math.radians(degrees)
    found = warp(pixels[:5], GRADED, Scripted(degrees, [right, down]))
    # In rows and columns, about the middle of the image.
    matrix = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    middle = np.array([13.5, 13.5])
    offset = middle - matrix @ middle + np.array([down, right])
    for image, result in zip(pixels[:5, 0], found[:, 0], strict=True):
        due = affine_transform(image.astype(float), matrix, offset, order=1, mode="grid-constant")
        assert np.abs(due - result).max() <= 1.0


@pytest.mark.parametrize("amount", [GRADED, TRAINED, Warp(0, 2), Warp(9, 0)])
def test_no_image_is_moved_or_turned_further_than_it_may_be(spot, amount):
    many = np.repeat(spot, 300, axis=0)
    before = np.array(center_of_mass(spot[0, 0]))
    radius = np.linalg.norm(before - 13.5)
    bound = amount.pixels * 2**0.5 + radius * math.radians(amount.degrees)
    ways = [
        np.linalg.norm(np.array(center_of_mass(each[0])) - before)
        for each in warp(many, amount, np.random.default_rng(3))
    ]
    assert max(ways) <= bound + 0.05
    # The whole range is used.
    assert max(ways) >= 0.6 * bound


def test_training_sees_a_margin_around_what_is_graded():
    assert TRAINED.degrees > GRADED.degrees > 0
    assert TRAINED.pixels > GRADED.pixels > 0


def test_every_image_is_warped_by_its_own_amount(spot):
    warped = warp(np.repeat(spot, 50, axis=0), GRADED, np.random.default_rng(0))
    assert len({each.tobytes() for each in warped}) == 50


def test_images_beyond_one_piece_are_warped_too(spot):
    count = BATCH + 3
    whole = warp(np.repeat(spot, count, axis=0), Warp(0, 1), np.random.default_rng(0))
    assert (whole.sum(axis=(1, 2, 3)) > 0).all()


def test_no_images_are_no_problem():
    assert warp(np.zeros((0, 1, 28, 28), np.uint8), GRADED, np.random.default_rng(0)).shape == (0, 1, 28, 28)
