"""Values cross the wire unchanged where their kind is allowed, and not at all where it is not."""

import math
from collections import OrderedDict, namedtuple
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from cnnlab.sandbox import values, wire

unhurried = settings(deadline=None)
SHAPES = npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
DTYPES = st.sampled_from(sorted(values.DTYPES)).flatmap(
    lambda name: st.sampled_from([np.dtype(name), np.dtype(name).newbyteorder(">")])
)
ARRAYS = npst.arrays(DTYPES, SHAPES)
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=-(2**4095), max_value=2**4095),
    st.floats(),
    st.text(),
)
NESTED = st.recursive(
    st.one_of(PLAIN, ARRAYS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.one_of(st.text(), st.integers(), st.tuples(st.integers())), inner, max_size=4),
    ),
    max_leaves=12,
)


def round_trip(value: object) -> Any:
    """A value as it arrives on the other side."""
    frame = wire.encode({"kind": "returned"}, value)
    header, payload = wire.lengths(frame[:8])
    assert len(frame) == 8 + header + payload
    return wire.decode(frame[8 : 8 + header], frame[8 + header :])["value"]


def same(one: Any, other: Any) -> bool:
    """Equal to the last bit, and of the same type."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        native = one.astype(one.dtype.newbyteorder("="))
        return (native.dtype, one.shape, native.tobytes()) == (other.dtype, other.shape, other.tobytes())
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return same(list(one), list(other)) and same(list(one.values()), list(other.values()))
    if isinstance(one, float):
        return np.float64(one).tobytes() == np.float64(other).tobytes()
    return bool(one == other)


@unhurried
@given(NESTED)
def test_every_allowed_value_arrives_as_it_was_sent(value):
    assert same(value, round_trip(value))


@unhurried
@given(ARRAYS.flatmap(lambda array: st.tuples(st.just(array), npst.basic_indices(array.shape, allow_newaxis=True))))
def test_views_that_are_not_contiguous_arrive_with_their_own_entries(pair):
    array, index = pair
    view = np.asarray(array[index])
    assert same(view, round_trip(view))
    assert same(view.T, round_trip(view.T))


@unhurried
@given(ARRAYS)
def test_an_array_arrives_as_a_base_array_that_owns_native_writable_memory(array):
    arrived = round_trip(array)
    assert type(arrived) is np.ndarray
    assert arrived.dtype.isnative
    assert arrived.flags.writeable
    assert arrived.flags.c_contiguous


@unhurried
@given(npst.arrays(st.sampled_from(sorted(values.DTYPES)), ()))
def test_a_numpy_scalar_arrives_as_a_python_number(array):
    scalar = array[()]
    assert same(scalar.item(), round_trip(scalar))


@pytest.mark.parametrize(
    ("sent", "name"), [("longlong", "int64"), ("ulonglong", "uint64"), (">i4", "int32"), ("?", "bool")]
)
def test_another_spelling_of_an_allowed_dtype_travels(sent, name):
    assert same(np.ones(3, name), round_trip(np.ones(3, sent)))


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, -0.0, 5e-324, 1.7e308])
def test_unusual_floats_survive(number):
    assert same(number, round_trip(number))
    assert same(np.array([number]), round_trip(np.array([number])))


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 2**64 - 1, 2**64, -(2**63), -(2**63) - 1, 10**1000])
def test_integers_around_every_limit_survive(number):
    assert same(number, round_trip(number))


def test_a_lone_surrogate_arrives_escaped():
    assert round_trip("a\ud800b") == "a\\ud800b"


def test_subclasses_of_plain_types_lose_their_class():
    class Text(str):
        pass

    class Number(int):
        pass

    class Array(np.ndarray):
        pass

    point = namedtuple("point", "x y")(1, 2)
    sent = [Text("a"), Number(3), np.zeros(2).view(Array), OrderedDict(a=1), point]
    assert same(round_trip(sent), ["a", 3, np.zeros(2), {"a": 1}, (1, 2)])


RECURSIVE: list[object] = []
RECURSIVE.append(RECURSIVE)
DEEP: object = 0
for _ in range(values.MAX_DEPTH + 1):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "value",
    [
        np.array([None, 1]),
        np.array(["text"]),
        np.array([b"bytes"]),
        np.array(["2020-01-01"], "datetime64[D]"),
        np.zeros(2, "timedelta64[s]"),
        np.zeros(2, [("a", int), ("b", float)]).view(np.recarray),
        np.zeros(2, complex),
        np.zeros(2, np.longdouble),
        np.complex128(1j),
        np.str_("a"),
        np.datetime64("2020-01-01"),
        np.ma.masked_array([1.0, 2.0], [True, False]),
        np.ma.masked,
        1j,
        {1, 2},
        frozenset({1}),
        b"bytes",
        bytearray(2),
        memoryview(b""),
        range(3),
        len,
        lambda: None,
        (each for each in ()),
        Fraction(1, 2),
        ValueError("x"),
        object(),
        int,
        np,
        Ellipsis,
        {"a": {1}},
        [[(lambda: None,)]],
        {b"key": 1},
        10**2000,
        RECURSIVE,
        DEEP,
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_other_kind_is_refused_by_name(value):
    with pytest.raises(wire.WireError, match=r"\w"):
        wire.encode({}, value)


def test_the_deepest_value_that_is_sent_also_arrives():
    assert isinstance(DEEP, list)
    assert same(DEEP[0], round_trip(DEEP[0]))
