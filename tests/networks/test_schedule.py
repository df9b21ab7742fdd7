"""One cycle of the learning rate, against the formula written out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.networks.schedule import FLOOR, WARM, learning_rates


@given(peak=st.floats(1e-5, 1), steps=st.integers(2, 3000))
def test_rates_are_those_of_two_straight_lines(peak, steps):
    found = learning_rates(peak, steps)
    share = np.arange(steps) / (steps - 1)
    due = np.maximum(np.interp(share, [0, WARM, 1], [0, 1, 0]), FLOOR) * peak
    np.testing.assert_allclose(found, due, rtol=1e-9)
    assert all(isinstance(each, float) for each in found)


@given(peak=st.floats(1e-5, 1), steps=st.integers(1, 3000))
def test_the_rate_goes_up_and_then_down_and_never_above_the_peak(peak, steps):
    rates = learning_rates(peak, steps)
    top = int(np.argmax(rates))
    assert len(rates) == steps
    assert 0 < min(rates) <= max(rates) <= peak
    assert rates[: top + 1] == sorted(rates[: top + 1])
    assert rates[top:] == sorted(rates[top:], reverse=True)


def test_a_long_training_reaches_the_peak_and_ends_at_the_floor():
    rates = learning_rates(0.003, 2000)
    assert max(rates) == pytest.approx(0.003, rel=1e-2)
    assert rates[0] == rates[-1] == pytest.approx(0.003 * FLOOR)
    assert int(np.argmax(rates)) == pytest.approx(0.15 * 2000, abs=2)


def test_no_steps_have_no_rates():
    assert learning_rates(0.1, 0) == []
