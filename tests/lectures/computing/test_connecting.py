"""Flattening and connections against NumPy."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.lectures.computing.connecting import convolutional, flat_place, fully_connected


@given(st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(1, 4)), st.data())
def test_a_value_is_found_where_numpy_puts_it(shape, data):
    place = tuple(data.draw(st.integers(0, size - 1)) for size in shape)
    assert flat_place(*place, *shape[1:]) == np.ravel_multi_index(place, shape)


@given(st.integers(1, 5), st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_full_connections_multiply_by_a_matrix(inputs, outputs, seed):
    random = np.random.default_rng(seed)
    x, weights = random.normal(size=inputs), random.normal(size=inputs * outputs)
    found = np.zeros(outputs)
    for source, target, which in fully_connected(inputs, outputs):
        found[target] += x[source] * weights[which]
    np.testing.assert_allclose(found, weights.reshape(outputs, inputs) @ x)


@given(st.integers(3, 8), st.integers(1, 3), st.integers(0, 2**32 - 1))
def test_convolutional_connections_correlate(inputs, kernel_size, seed):
    random = np.random.default_rng(seed)
    x, weights = random.normal(size=inputs), random.normal(size=kernel_size)
    found = np.zeros(inputs - kernel_size + 1)
    for source, target, which in convolutional(inputs, kernel_size):
        found[target] += x[source] * weights[which]
    np.testing.assert_allclose(found, np.correlate(x, weights, "valid"))
