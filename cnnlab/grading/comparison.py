"""Comparing a student's value with the right one, and saying how they differ in words a student understands.

A value has crossed the wire before it gets here, so it is a plain number, text, container or base ndarray.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.messages import Text, text

RELATIVE, ABSOLUTE = 1e-6, 1e-8
KINDS: dict[type, Text] = {
    type(None): text("None"),
    bool: text("a bool"),
    int: text("an int"),
    float: text("a float"),
    str: text("a text"),
    list: text("a list"),
    tuple: text("a tuple"),
    dict: text("a dict"),
}


def difference(
    actual: Any, expected: Any, rtol: float = RELATIVE, atol: float = ABSOLUTE, cause: str | None = None
) -> Text | None:
    """How `actual` differs from `expected`, or None where it does not.

    Arrays are equal when shape, kind of dtype, places of NaN and values agree: |a - e| <= atol + rtol |e|.
    """
    expected = expected.item() if isinstance(expected, np.generic) else expected
    if actual is None and expected is not None:
        return text("It returned None. Is there a `return` at the end of every path?")
    if isinstance(expected, np.ndarray):
        return _array_difference(actual, expected, rtol, atol, cause)
    if isinstance(expected, (list, tuple, dict)):
        return _container_difference(actual, expected, rtol, atol, cause)
    if isinstance(expected, (bool, str)) or expected is None:
        return None if type(actual) is type(expected) and actual == expected else _got(actual, expected)
    return _number_difference(actual, expected, rtol, atol)


def describe_kind(value: Any) -> Text:
    """What a value is, in words."""
    if isinstance(value, np.ndarray):
        return text("an array of shape {shape}", shape=value.shape) if value.size else text("an empty array")
    return KINDS.get(type(value), text("a value of another type"))


def _got(actual: Any, expected: Any) -> Text:
    if type(actual) is not type(expected):
        return text(
            "It returned {actual}, where {expected} is due.",
            actual=describe_kind(actual),
            expected=describe_kind(expected),
        )
    return text("It returned {actual}, where {expected} is due.", actual=short(actual), expected=short(expected))


def short(value: Any) -> str:
    """A value in at most eighty characters."""
    shown = f"{value:.7g}" if isinstance(value, float) else repr(value)
    return shown if len(shown) <= 80 else f"{shown[:77]}…"


def _number_difference(actual: Any, expected: float, rtol: float, atol: float) -> Text | None:
    if isinstance(actual, np.ndarray) and actual.ndim == 0:
        return text("It returned an array without axes, where a plain number is due; `float(...)` makes one.")
    if isinstance(actual, bool) or not isinstance(actual, (int, float)):
        return _got(actual, expected)
    if isinstance(actual, float) != isinstance(expected, float):
        return text(
            "It returned {kind} ({actual}), where {expected_kind} ({expected}) is due.",
            kind=describe_kind(actual),
            actual=short(actual),
            expected_kind=describe_kind(expected),
            expected=short(expected),
        )
    if isinstance(expected, int):
        return None if actual == expected else _got(actual, expected)
    close = bool(np.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=True))
    return None if close else _got(float(actual), expected)


def _container_difference(actual: Any, expected: Any, rtol: float, atol: float, cause: str | None) -> Text | None:
    if type(actual) is not type(expected):
        return _got(actual, expected)
    if len(actual) != len(expected):
        return text("It has {actual} entries, where {expected} are due.", actual=len(actual), expected=len(expected))
    if isinstance(expected, dict):
        if set(actual) != set(expected):
            return text(
                "It has the keys {actual}, where {expected} are due.",
                actual=short(sorted(map(str, actual))),
                expected=short(sorted(map(str, expected))),
            )
        pairs = [(key, actual[key], expected[key]) for key in expected]
    else:
        pairs = [(place, *both) for place, both in enumerate(zip(actual, expected, strict=True))]
    for place, one, other in pairs:
        found = difference(one, other, rtol, atol, cause)
        if found is not None:
            return text("Entry {place}: {found}", place=short(place), found=found)
    return None


def _array_difference(actual: Any, expected: NDArray[Any], rtol: float, atol: float, cause: str | None) -> Text | None:
    if not isinstance(actual, np.ndarray):
        return text(
            "It returned {actual}, where {expected} is due.",
            actual=describe_kind(actual),
            expected=describe_kind(expected),
        )
    if actual.size == 0 and expected.size:
        # Its axes could be of any length, and say anything.
        return text("The array is empty, where shape {expected} is due.", expected=expected.shape)
    if actual.shape != expected.shape:
        because = text("; `{cause}` is the usual cause", cause=cause) if cause else Text("")
        return text(
            "The shape is {actual}, where {expected} is due{because}.",
            actual=actual.shape,
            expected=expected.shape,
            because=because,
        )
    if (actual.dtype.kind == "f") != (expected.dtype.kind == "f"):
        return text(
            "The dtype is {actual}, where {expected} is due: decimals are lost, or were never there.",
            actual=actual.dtype.name,
            expected=expected.dtype.name,
        )
    return _entry_difference(actual, expected, rtol, atol)


def _entry_difference(actual: NDArray[Any], expected: NDArray[Any], rtol: float, atol: float) -> Text | None:
    if actual.dtype == expected.dtype and actual.tobytes() == expected.tobytes():
        return None  # most answers are right to the last bit, and this is a tenth of the work
    with np.errstate(all="ignore"):
        wrong = ~np.isclose(actual, expected, rtol=rtol, atol=atol, equal_nan=True)
    if not wrong.any():
        return None
    place = tuple(int(axis) for axis in np.argwhere(wrong)[0])
    strange = text("")
    if np.isnan(actual[wrong]).any():
        strange = text(" There is NaN (not a number) in it.")
    elif np.isinf(actual[wrong]).any():
        strange = text(" There is an infinity in it.")
    return text(
        "{count} of {size} values are wrong ({share} %). The first is at {place}: {actual} instead of {expected}.{strange}",
        count=int(wrong.sum()),
        size=expected.size,
        share=f"{100 * wrong.mean():.0f}",
        place=list(place),
        actual=short(actual[place].item()),
        expected=short(expected[place].item()),
        strange=strange,
    )
