"""What of a call can be drawn: small arrays of numbers, whatever a student returns instead."""

import numpy as np
import pytest

from cnnlab.course import Numbers
from cnnlab.grading.numbering import MAX_VALUES, arrays_of, numbers_of
from cnnlab.sandbox.replies import Raised, Returned


def test_an_array_keeps_its_shape_and_the_order_of_its_values():
    value = np.arange(6.0).reshape(2, 3).T
    assert numbers_of(value) == Numbers((3, 2), "float64", (0.0, 3.0, 1.0, 4.0, 2.0, 5.0))


@pytest.mark.parametrize("value", [7, -1.5, True])
def test_a_plain_number_is_an_array_without_axes(value):
    assert numbers_of(value) == Numbers((), type(value).__name__, (value,))


def test_whole_numbers_stay_whole():
    assert numbers_of(np.array([2**63 - 1])).values == (2**63 - 1,)


@pytest.mark.parametrize(
    "value",
    ["x", None, [1.0], {}, 10**400, np.zeros(MAX_VALUES + 1), np.zeros((0, 2)), np.zeros((1,) * 7)],
    ids=["text", "none", "list", "dict", "huge", "large", "empty", "deep"],
)
def test_anything_else_is_none(value):
    assert numbers_of(value) is None


def test_where_neither_answer_is_an_array_there_is_nothing_to_draw():
    refused = Raised("ValueError", ("ValueError",), "no")
    x = np.ones(2)
    assert arrays_of({"x": x}, refused, Returned("words")) is None
    assert arrays_of({"x": x, "stride": 2}, refused, Returned(x)).inputs == {"x": numbers_of(x)}
