"""Activation functions against SciPy and NumPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit

from cnnlab.lectures.computing.activating import bump, rectified, share_of_zeros, sigmoid


@given(st.floats(-800, 800))
def test_sigmoid_is_that_of_scipy(value):
    assert sigmoid(value) == pytest.approx(float(expit(value)), rel=1e-12)


@given(st.floats(-5, 5))
def test_three_relus_make_a_triangle(value):
    assert bump(value) == pytest.approx(float(np.interp(value, [-1, 0, 1], [0, 1, 0])), abs=1e-12)


@given(st.integers(0, 2**32 - 1))
def test_every_negative_value_becomes_a_zero(seed):
    values = np.random.default_rng(seed).normal(size=(4, 5))
    found = np.array(rectified(values.tolist()))
    np.testing.assert_array_equal(found, np.clip(values, 0, None))
    assert share_of_zeros(found.tolist()) == np.mean(values <= 0)
