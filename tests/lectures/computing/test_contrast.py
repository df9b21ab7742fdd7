"""Normalisation against SciPy's filters, and what it promises: light that changes slowly leaves little trace."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from cnnlab.lectures.computing.contrast import lit, locally_normalised, misjudged, standardised
from cnnlab.lectures.computing.strokes import SEVEN, drawn


@given(st.integers(5, 14), st.integers(5, 14), st.integers(0, 2**32 - 1))
def test_both_steps_are_those_of_scipy(height, width, seed):
    x = np.random.default_rng(seed).random((height, width))

    def mean(values):
        return ndimage.gaussian_filter(values, 2.0, mode="nearest", radius=4)

    centred = x - mean(x)
    deviation = np.sqrt(mean(centred**2))
    found = locally_normalised(x.tolist())
    np.testing.assert_allclose(found.centred, centred, atol=1e-12)
    np.testing.assert_allclose(found.result, centred / np.maximum(deviation, deviation.mean()), atol=1e-9)


@given(st.floats(0.1, 10), st.floats(-5, 5), st.integers(0, 2**32 - 1))
def test_brightness_and_contrast_of_the_whole_image_leave_no_trace(gain, offset, seed):
    x = np.random.default_rng(seed).random((8, 8))
    plain, changed = locally_normalised(x.tolist()), locally_normalised((gain * x + offset).tolist())
    np.testing.assert_allclose(plain.result, changed.result, atol=1e-8)


def test_standardising_gives_mean_zero_and_deviation_one():
    found = np.array(standardised([[1, 2], [3, 8]]))
    assert found.mean() == pytest.approx(0)
    assert found.std() == pytest.approx(1)


def test_light_goes_across():
    assert lit([[2, 2, 2]], 1, 0.5) == [[2, 1.5, 1]]


def test_a_threshold_is_right_about_all_or_misjudges_some():
    assert misjudged([[0.2, 0.9]], [[0, 1]]) == 0
    assert misjudged([[0.9, 0.2]], [[0, 1]]) == 1


def test_the_seven_in_uneven_light_is_found_after_local_normalisation_only():
    ink = drawn(SEVEN, 24, 1.2)
    scene = lit([[0.25 + 0.75 * value for value in row] for row in ink], 1.0, 0.15)
    assert misjudged(scene, ink) == misjudged(standardised(scene), ink)
    assert misjudged(locally_normalised(scene).result, ink) < misjudged(scene, ink) / 2
