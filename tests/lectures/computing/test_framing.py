"""Drawings are framed as MNIST's digits were, wherever and however large they are drawn."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.lectures.computing.framing import BOX, MIDDLE, SIDE, framed
from cnnlab.lectures.computing.strokes import SEVEN, drawn

PAD = 64
ZED = ((0.22, 0.2), (0.78, 0.2), (0.3, 0.8), (0.7, 0.8))


def seven(left=0.0, top=0.0, scale=1.0, pen=2.0, corners=SEVEN):
    return np.array(drawn([(left + scale * x, top + scale * y) for x, y in corners], PAD, pen))


def centre_of_mass(image):
    places = np.arange(SIDE) + 0.5
    return (image.sum(axis=1) @ places / image.sum(), image.sum(axis=0) @ places / image.sum())


@given(st.integers(-6, 6), st.integers(-6, 6))
def test_it_does_not_matter_where_a_digit_is_drawn(down, right):
    moved = np.roll(seven(), (down, right), (0, 1))
    assert np.abs(framed(moved) - framed(seven())).max() < 1e-9


@given(st.integers(2, 4))
def test_it_does_not_matter_how_large_it_is_drawn(times):
    enlarged = np.kron(seven(), np.ones((times, times)))
    assert np.abs(framed(enlarged) - framed(seven())).max() < 1e-9


@given(st.floats(0.3, 0.9), st.floats(0, 0.1), st.floats(0, 0.1), st.floats(1, 4))
def test_the_longer_side_is_20_pixels_and_the_darkest_pixel_1(scale, left, top, pen):
    image = framed(seven(left, top, scale, pen))
    rows, columns = (np.flatnonzero(image.max(axis=axis) > 0.1) for axis in (1, 0))
    longer = max(np.ptp(rows), np.ptp(columns)) + 1
    assert BOX - 1 <= longer <= BOX + 1
    assert image.max() == 1
    assert image.min() >= 0


@given(st.floats(0.3, 0.9), st.floats(0, 0.1), st.floats(0, 0.1))
def test_the_centre_of_mass_is_where_MNIST_has_it(scale, left, top):
    assert np.abs(np.array(centre_of_mass(framed(seven(left, top, scale, corners=ZED)))) - MIDDLE).max() < 0.1


def test_nothing_is_cut_off_however_lopsided_a_drawing_is():
    blot = np.zeros((100, 100))
    blot[90:, :] = 1.0
    blot[:90, 50] = 1.0
    image = framed(blot)
    assert abs(image.sum() * (100 / BOX) ** 2 - blot.sum()) < 1e-6
    assert abs(centre_of_mass(image)[0] - MIDDLE) > 1  # else the box would lie outside of the frame


def test_an_empty_pad_stays_empty():
    assert not framed(np.zeros((9, 9))).any()
    assert framed(np.zeros((9, 9))).shape == (SIDE, SIDE)
