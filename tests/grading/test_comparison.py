"""Comparison: equal values are accepted, and each way of being different is said in a sentence that is true."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from cnnlab.errors import CnnlabError
from cnnlab.grading.comparison import difference, short

floats = st.floats(-1e6, 1e6, allow_subnormal=False)
some_arrays = arrays.arrays(np.float64, arrays.array_shapes(max_dims=4, max_side=5), elements=floats)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=8,
)


def said(actual, expected, **settings):
    """The sentence, or an empty one where nothing differs."""
    found = difference(actual, expected, **settings)
    return "" if found is None else str(CnnlabError(found))


@given(some_arrays)
def test_an_array_is_equal_to_its_copy(expected):
    assert said(expected.copy(), expected) == ""


@given(plain)
def test_a_value_is_equal_to_itself(value):
    assert said(value, value) == ""


@given(plain, plain)
def test_any_two_values_are_compared_without_an_error(one, other):
    assert (said(one, other) == "") or type(one) is type(other) or said(one, other).startswith("It ")


@given(some_arrays, st.data())
def test_the_first_wrong_index_and_the_share_are_the_true_ones(expected, data):
    index = tuple(data.draw(st.integers(0, side - 1)) for side in expected.shape)
    actual = expected.copy()
    actual[index] += 1e3
    share = f"{100 / expected.size:.0f}"
    words = said(actual, expected)
    assert words.startswith(f"1 of {expected.size} values are wrong ({share} %). The first is at {list(index)}: ")
    assert f"{short(float(actual[index]))} instead of {short(float(expected[index]))}." in words


@given(some_arrays, some_arrays)
def test_a_wrong_shape_is_named_with_the_due_one_and_its_cause(actual, expected):
    if actual.shape != expected.shape:
        words = said(actual, expected, cause="stride")
        assert words == f"The shape is {actual.shape}, where {expected.shape} is due; `stride` is the usual cause."
        assert said(actual, expected) == f"The shape is {actual.shape}, where {expected.shape} is due."


@pytest.mark.parametrize(
    ("actual", "expected", "words"),
    [
        (None, 3, "It returned None. Is there a `return` at the end of every path?"),
        (None, np.ones(2), "It returned None. Is there a `return`"),
        ([1.0, 2.0], np.ones(2), "It returned a list, where an array of shape (2,) is due."),
        (3.0, np.ones(2), "It returned a float, where an array of shape (2,) is due."),
        (np.ones(2), [1.0, 1.0], "It returned an array of shape (2,), where a list is due."),
        (np.array(3.0), 3.0, "It returned an array without axes, where a plain number is due"),
        (np.ones(2), 3.0, "It returned an array of shape (2,), where a float is due."),
        (True, 1, "It returned a bool, where an int is due."),
        (1, True, "It returned an int, where a bool is due."),
        (3, 3.0, "It returned an int (3), where a float (3) is due."),
        (3.0, 3, "It returned a float (3), where an int (3) is due."),
        (4, 3, "It returned 4, where 3 is due."),
        ("valid", "same", "It returned 'valid', where 'same' is due."),
        ((1, 2), [1, 2], "It returned a tuple, where a list is due."),
        ([1, 2], [1, 2, 3], "It has 2 entries, where 3 are due."),
        ({"a": 1}, {"b": 1}, "It has the keys ['a'], where ['b'] are due."),
        ([1, (2, {"k": 5})], [1, (2, {"k": 6})], "Entry 1: Entry 1: Entry 'k': It returned 5, where 6 is due."),
        ([np.ones(2)], [np.zeros(2)], "Entry 0: 2 of 2 values are wrong (100 %)."),
        (np.ones(2, int), np.ones(2), "The dtype is int64, where float64 is due: decimals are lost"),
        (np.ones(2), np.ones(2, int), "The dtype is float64, where int64 is due"),
        (np.array([np.nan, 1.0]), np.array([0.0, 1.0]), "nan instead of 0. There is NaN (not a number) in it."),
        (np.array([np.inf, 1.0]), np.array([0.0, 1.0]), "inf instead of 0. There is an infinity in it."),
        (math.nan, 1.0, "It returned nan, where 1 is due."),
        (np.array([1.0]), np.array([np.nan]), "1 instead of nan."),
    ],
)
def test_each_difference_has_its_sentence(actual, expected, words):
    assert words in said(actual, expected)


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (1 / 3, np.float64(1 / 3)),
        (np.array([np.nan, -np.inf]), np.array([np.nan, -np.inf])),
        (np.ones(2, np.float32), np.ones(2)),
        (np.ones((0, 3)), np.ones((0, 3))),
        (np.array([1.0 + 1e-9]), np.array([1.0])),
        (7 / 9 + 1e-12, 7 / 9),
    ],
)
def test_rounding_nan_and_precision_are_no_difference(actual, expected):
    assert said(actual, expected) == ""


@given(floats)
def test_tolerances_are_relative_to_the_expected_value(expected):
    assert said(expected * (1 + 5e-7), expected) == ""
    assert said(expected + 1e-5 * (abs(expected) + 1), expected) != ""


@given(st.text() | st.integers() | st.lists(st.integers()))
def test_a_shown_value_is_short(value):
    assert len(short(value)) <= 80
