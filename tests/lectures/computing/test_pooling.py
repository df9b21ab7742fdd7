"""What figures compute with, against the course's own reference of assignment 3."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.lectures.computing.pooling import Pooling, pooled, shifted

REFERENCE = Path(__file__).resolve().parents[3] / "solutions" / "assignment3" / "reference" / "pooling.py"


@pytest.fixture(scope="module")
def reference():
    spec = importlib.util.spec_from_file_location("pooling_reference", REFERENCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(
    st.integers(3, 7), st.integers(3, 7), st.integers(1, 3), st.integers(1, 3), st.booleans(), st.integers(0, 2**32 - 1)
)
def test_pooling_is_that_of_the_reference(reference, height, width, kernel_size, stride, padded, seed):
    x = np.random.default_rng(seed).integers(-9, 10, (height, width)).astype(float)
    padding = kernel_size // 2 if padded else 0
    for kind, function in ((Pooling.MAX, reference.max_pool2d), (Pooling.AVERAGE, reference.avg_pool2d)):
        expected = function(x[None, None], kernel_size, stride, padding)[0, 0]
        np.testing.assert_allclose(pooled(x.tolist(), kind, kernel_size, stride, padding), expected)


def test_shifting_moves_and_brings_in_zeros():
    assert shifted([[1, 2], [3, 4]], 0, 1) == [[0, 1], [0, 3]]
    assert shifted([[1, 2], [3, 4]], -1, 0) == [[3, 4], [0, 0]]
