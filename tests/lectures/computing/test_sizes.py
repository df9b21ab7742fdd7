"""Windows along an axis, against a sum of ones that SciPy slides."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import signal

from cnnlab.lectures.computing.sizes import leftover, starts, visits


@given(st.integers(3, 9), st.integers(1, 3), st.integers(1, 3), st.integers(0, 2))
def test_each_pixel_is_visited_as_often_as_the_transposed_sum_says(size, kernel_size, stride, padding):
    places = np.zeros(size + 2 * padding - kernel_size + 1)
    places[::stride] = 1
    along = signal.convolve(places, np.ones(kernel_size), method="direct")[padding : padding + size]
    np.testing.assert_array_equal(visits(size, kernel_size, stride, padding), np.outer(along, along))
    assert len(starts(size, kernel_size, stride, padding)) == int(places.sum())
    assert 0 <= leftover(size, kernel_size, stride, padding) < stride


def test_a_last_step_that_does_not_fit_leaves_pixels_over():
    assert starts(7, 3, 3) == [0, 3]
    assert leftover(7, 3, 3) == 1
    assert leftover(11, 2, 2) == 1
    assert leftover(7, 3, 2) == 0
