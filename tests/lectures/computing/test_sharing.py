"""The three ways against the matrix of a convolution, built by sliding a kernel over one pixel at a time."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import signal

from cnnlab.lectures.computing.sharing import Cost, convolutional, fully_connected, local


@given(st.integers(3, 6), st.integers(1, 3))
def test_costs_are_those_of_the_matrix(size, kernel_size):
    kernel = np.arange(1.0, kernel_size**2 + 1).reshape(kernel_size, kernel_size)
    pixels = np.eye(size * size).reshape(-1, size, size)
    matrix = np.array([signal.correlate2d(pixel, kernel, mode="valid").ravel() for pixel in pixels])
    used = np.round(matrix[np.abs(matrix) > 1e-9], 6)
    assert fully_connected(size, kernel_size) == Cost(matrix.size, matrix.size)
    assert local(size, kernel_size) == Cost(len(used), len(used))
    assert convolutional(size, kernel_size) == Cost(len(set(used)), len(used))
