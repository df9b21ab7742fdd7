"""Gradient descent against least squares and a slope measured by small differences."""

import numpy as np
import pytest

from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.computing.learning import learned

IMAGE = np.random.default_rng(4).normal(size=(9, 9)).tolist()
KERNEL = [[-1.0, 0.0, 1.0]] * 3


def loss(kernel: np.ndarray, wanted: list[list[float]]) -> float:
    return float(np.mean((np.array(correlated(IMAGE, kernel.tolist())) - np.array(wanted)) ** 2))


def test_it_arrives_at_the_kernel_that_made_the_map():
    *_, last = learned(IMAGE, correlated(IMAGE, KERNEL), 3, [0, 2000], 0.1)
    np.testing.assert_allclose(last.kernel, KERNEL, atol=1e-6)
    assert last.loss == pytest.approx(0, abs=1e-12)


def test_a_step_goes_against_the_slope_of_the_loss():
    wanted = correlated(IMAGE, KERNEL)
    first, second = learned(IMAGE, wanted, 3, [0, 1], 0.1)
    assert first.loss == pytest.approx(loss(np.zeros((3, 3)), wanted))
    slope = np.zeros((3, 3))
    for place in np.ndindex(3, 3):
        nudge = np.zeros((3, 3))
        nudge[place] = 1e-5
        slope[place] = (loss(nudge, wanted) - loss(-nudge, wanted)) / 2e-5
    np.testing.assert_allclose(second.kernel, -0.1 * slope, atol=1e-6)
