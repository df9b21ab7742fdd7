"""Distances on the road against the definition of the units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import constants

from cnnlab.lectures.computing.driving import travelled


@given(st.floats(0, 300), st.floats(0, 10))
def test_distances_are_those_of_the_units_of_scipy(speed, seconds):
    assert travelled(speed, seconds) == pytest.approx(speed * constants.kmh * seconds)
