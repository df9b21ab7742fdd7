"""Grids say the numbers, where they are, and which of them are wrong."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_from

from cnnlab.course import Arrays, Numbers
from cnnlab.grading.numbering import numbers_of
from cnnlab.reporters.grids import MAX_COLUMNS, grids_of, say_number

FLOATS = arrays_from.arrays(
    np.float64,
    arrays_from.array_shapes(min_dims=0, max_dims=4, max_side=3),
    elements=st.one_of(st.floats(), st.integers(-9, 9).map(float)),
)


def numbers(*values, shape=None, dtype="float64"):
    return Numbers(shape or (len(values),), dtype, values)


def words(grid):
    return [[cell.words for cell in row] for plane in grid.planes for row in plane.rows]


def wrong(grid):
    return [cell.wrong for plane in grid.planes for row in plane.rows for cell in row]


def test_a_wrong_value_is_marked_and_its_difference_has_a_sign():
    found = grids_of(Arrays({}, numbers(1.0, 2.0, 3.0), numbers(1.0, 5.0, -1.5)))
    assert words(found.expected) == [["1", "2", "3"]]
    assert words(found.got) == [["1", "5", "−1.5"]]
    assert words(found.difference) == [["0", "+3", "−4.5"]]
    assert wrong(found.got) == wrong(found.difference) == [False, True, True]
    assert wrong(found.expected) == [False] * 3


def test_images_and_channels_have_the_index_that_python_gives_them():
    found = grids_of(Arrays({"x": numbers(*map(float, range(24)), shape=(2, 3, 2, 2))}, None, None))
    [(name, grid)] = found.inputs
    assert name == "x"
    assert [plane.index for plane in grid.planes] == ["[0, 0]", "[0, 1]", "[0, 2]", "[1, 0]", "[1, 1]", "[1, 2]"]
    value = np.arange(24).reshape(2, 3, 2, 2)
    assert [[cell.words for cell in row] for row in grid.planes[4].rows] == [[str(v) for v in r] for r in value[1, 1]]
    assert grids_of(Arrays({}, numbers(1.0, shape=(1, 1, 1, 1)), None)).expected.planes[0].index == ""


def test_arrays_of_other_shapes_have_no_difference():
    found = grids_of(Arrays({}, numbers(1.0, 2.0), numbers(1.0)))
    assert (found.difference, found.got.shape, wrong(found.got)) == (None, (1,), [False])


def test_rounding_is_not_wrong_and_nan_is_where_it_is_not_due():
    found = grids_of(
        Arrays({}, numbers(1.0, math.nan, 2.0, math.inf), numbers(1.0 + 1e-9, math.nan, math.nan, -math.inf))
    )
    assert wrong(found.got) == [False, False, True, True]
    assert words(found.difference) == [["0", "0", "≠", "−∞"]]


def test_what_is_too_wide_to_be_read_is_not_drawn():
    assert grids_of(Arrays({}, numbers(*[1.0] * MAX_COLUMNS), None)).expected is not None
    assert grids_of(Arrays({}, numbers(*[1.0] * (MAX_COLUMNS + 1)), None)).expected is None


def test_expected_and_got_share_a_scale():
    found = grids_of(Arrays({}, numbers(5.0), numbers(-10.0)))
    assert [each.planes[0].rows[0][0].shade for each in (found.expected, found.got)] == [0.5, -1.0]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (3.0, "3"),
        (-0.5, "−0.5"),
        (2 / 3, "0.6667"),
        (1e40, "1e+40"),
        (math.nan, "NaN"),
        (-math.inf, "−∞"),
        (2**63, str(2**63)),
        (True, "True"),
    ],
)
def test_numbers_in_words(value, said):
    assert say_number(value) == said


@settings(deadline=None, max_examples=60)
@given(FLOATS, FLOATS)
def test_any_two_arrays_can_be_laid_out(one, other):
    found = grids_of(Arrays({"x": numbers_of(one)}, numbers_of(one), numbers_of(other)))
    for grid in (found.expected, found.got, found.difference):
        if grid is not None:
            assert all(-1 <= cell.shade <= 1 for plane in grid.planes for row in plane.rows for cell in row)
    if one.shape == other.shape and found.got is not None:
        with np.errstate(all="ignore"):
            close = np.isclose(other, one, rtol=1e-6, atol=1e-8, equal_nan=True)
        assert wrong(found.got) == [not each for each in np.atleast_1d(close).ravel()]


@settings(deadline=None, max_examples=60)
@given(st.integers(-(2**64), 2**64), st.one_of(st.integers(-(2**64), 2**64), st.floats()))
def test_whole_numbers_of_any_size_can_be_laid_out(one, other):
    grids_of(Arrays({}, numbers(one, shape=(), dtype="int"), numbers(other, shape=(), dtype="int")))
