"""Softmax and cross-entropy against SciPy."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import log_softmax
from scipy.special import softmax as reference

from cnnlab.lectures.computing.answering import cross_entropy, mean_of_batches, mean_of_images, softmax

LOGITS = st.lists(st.floats(-1000, 1000), min_size=1, max_size=12)


@given(LOGITS)
def test_softmax_is_that_of_scipy(logits):
    np.testing.assert_allclose(softmax(logits), reference(logits), atol=1e-12)


@given(LOGITS)
def test_cross_entropy_is_minus_the_log_of_softmax(logits):
    for right in range(len(logits)):
        assert cross_entropy(logits, right) == pytest.approx(-log_softmax(logits)[right], abs=1e-9)


@given(st.lists(st.lists(st.floats(0, 20), min_size=1, max_size=5), min_size=1, max_size=6))
def test_means_are_those_of_numpy(batches):
    means, sizes = [float(np.mean(batch)) for batch in batches], [len(batch) for batch in batches]
    assert mean_of_images(means, sizes) == pytest.approx(np.mean(np.concatenate(batches)), abs=1e-9)
    assert mean_of_batches(means) == pytest.approx(np.mean(means), abs=1e-9)
