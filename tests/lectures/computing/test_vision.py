"""Models of cells against another template, against integrals of SciPy, and against filters slid by SciPy."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, signal, stats

from cnnlab.lectures.computing import vision

few = settings(max_examples=50)


def lamb(wavelength, peak):
    """The older template of Lamb (1995, equation 2')."""
    x = peak / wavelength
    return 1 / (np.exp(70 * (0.88 - x)) + np.exp(28.5 * (0.924 - x)) + np.exp(-14.1 * (1.104 - x)) + 0.655)


@pytest.mark.parametrize("peak", vision.PEAKS.values())
def test_a_pigment_absorbs_most_at_its_peak(peak):
    wavelengths = np.arange(380, 701)
    found = np.array([vision.absorbed(wavelength, peak) for wavelength in wavelengths])
    assert abs(wavelengths[found.argmax()] - peak) <= 1
    assert found.max() == pytest.approx(1, abs=2e-3)
    np.testing.assert_allclose(found, lamb(wavelengths, peak), atol=0.06)


@few
@given(st.floats(0.1, 8), st.floats(0.5, 2), st.floats(2.5, 5), st.floats(0.5, 1))
def test_the_response_to_a_spot_is_the_sensitivity_summed_over_it(radius, centre, surround, balance):
    summed, _ = integrate.quad(
        lambda r: 2 * np.pi * r * vision.sensitivity_of_centre_and_surround(r, centre, surround, balance), 0, radius
    )
    assert vision.response_to_spot(radius, centre, surround, balance) == pytest.approx(summed, abs=1e-6)


@few
@given(st.floats(0.05, 8), st.floats(0, 9), st.floats(0.5, 5))
def test_what_a_spot_beside_the_middle_lights_is_a_chi_square_off_its_centre(radius, distance, width):
    """The squared distance of a Gaussian's points from somewhere follows the noncentral chi-square distribution."""
    expected = stats.ncx2.cdf((radius / width) ** 2, 2, (distance / width) ** 2)
    assert vision.lit(radius, distance, width) == pytest.approx(expected, abs=1e-7)


@few
@given(st.floats(0.1, 8), st.floats(0.5, 2), st.floats(2.5, 5), st.floats(0.5, 1))
def test_a_spot_on_the_middle_is_a_spot_at_no_distance(radius, centre, surround, balance):
    found = vision.lit(radius, 0, centre) - balance * vision.lit(radius, 0, surround)
    assert found == pytest.approx(vision.response_to_spot(radius, centre, surround, balance), abs=1e-9)


@pytest.mark.parametrize("place", [-9, -4, 0, 3, 8])
def test_a_moving_bar_is_a_sliding_filter(place):
    """The answer to a bar at a place is what SciPy finds when it slides the filter over a wide row."""
    wide = np.zeros(4 * vision.SIDE + 1)
    middle = wide.size // 2
    wide[middle - 2 + place : middle + 3 + place] = 1
    profiles = [vision.gabor(phase).sum(axis=0) for phase in (0, -np.pi / 2)]
    even, odd = (signal.correlate(wide, profile, mode="same")[middle] for profile in profiles)
    stimulus = vision.bar(place)
    assert vision.simple_cell(stimulus) == pytest.approx(max(0, even))
    assert vision.simple_cell(-stimulus) == pytest.approx(max(0, -even))
    assert vision.complex_cell(stimulus) == pytest.approx(np.hypot(even, odd))


def test_a_complex_cell_does_not_tell_light_from_dark():
    for place in range(-12, 13):
        stimulus = vision.bar(place)
        assert vision.complex_cell(stimulus) == pytest.approx(vision.complex_cell(-stimulus))


@few
@given(st.integers(0, 179))
def test_a_cell_answers_most_to_bars_of_its_direction(turn):
    stimulus = vision.bar(0, turn)
    best = vision.simple_cell(stimulus, turn)
    assert all(vision.simple_cell(stimulus, other) < best for other in (turn + 20, turn + 90, turn - 45))


def test_relative_to_the_largest():
    assert vision.relative([1, 4, 2]) == [0.25, 1, 0.5]
