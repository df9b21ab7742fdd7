"""Two layers, against SciPy."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import signal

from cnnlab.lectures.computing.combining import BELOW, BESIDE, LEVEL, SLANTED, combined
from cnnlab.lectures.computing.strokes import SEVEN, drawn


@given(st.integers(0, 2**32 - 1))
def test_both_layers_are_those_of_scipy(seed):
    image = np.random.default_rng(seed).random((9, 8))
    found = combined(image.tolist())

    def answered(values, kernel):
        return signal.correlate2d(values, kernel, mode="valid")

    level, slanted = (np.maximum(answered(image, kernel), 0) for kernel in (LEVEL, SLANTED))
    beside, below = answered(level, BESIDE), answered(slanted, BELOW)
    np.testing.assert_allclose(found.level, level, atol=1e-12)
    np.testing.assert_allclose(found.slanted, slanted, atol=1e-12)
    expected = np.maximum(beside + below - max(beside.max(), below.max()), 0)
    np.testing.assert_allclose(found.corner, expected, atol=1e-9)


def test_the_corner_of_a_seven_is_found_at_its_upper_right():
    corner = np.array(combined(drawn(SEVEN, 14, 0.8)).corner)
    rows, columns = np.nonzero(corner > 0.5)
    assert rows.max() < 3
    assert columns.min() > 6
