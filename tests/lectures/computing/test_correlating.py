"""Feature maps against the reference of assignment 1, the area of two boxes against geometry."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.lectures.computing.correlating import box_overlap, correlated, products

REFERENCE = Path(__file__).resolve().parents[3] / "solutions" / "assignment1" / "reference" / "convolution.py"


@pytest.fixture(scope="module")
def reference():
    spec = importlib.util.spec_from_file_location("convolution_reference", REFERENCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(st.integers(3, 7), st.integers(3, 7), st.integers(1, 3), st.integers(0, 2), st.integers(0, 2**32 - 1))
def test_correlating_is_that_of_the_reference(reference, height, width, stride, padding, seed):
    random = np.random.default_rng(seed)
    x, kernel = random.normal(size=(height, width)), random.normal(size=(3, 2))
    expected = reference.cross_correlate2d(x, kernel, stride, padding)
    np.testing.assert_allclose(correlated(x.tolist(), kernel.tolist(), stride, padding), expected, atol=1e-12)


@given(st.integers(0, 2**32 - 1))
def test_the_mean_of_the_products_is_the_match_score(reference, seed):
    patch, kernel = np.random.default_rng(seed).choice([-1.0, 1.0], (2, 3, 3))
    assert np.mean(products(patch.tolist(), kernel.tolist())) == pytest.approx(reference.match_score(patch, kernel))


@pytest.mark.parametrize("shift", [-1.5, -1, -0.6, -0.25, 0, 0.4, 0.75, 1, 2])
def test_two_boxes_make_a_triangle(shift):
    assert box_overlap(shift) == pytest.approx(max(0.0, 1 - abs(shift)), abs=1e-3)
