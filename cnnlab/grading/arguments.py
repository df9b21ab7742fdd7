"""The arguments of a call, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

MAX_SHOWN = 400


@dataclass(frozen=True)
class Arguments:
    """Positional and keyword arguments."""

    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]


def arguments(*args: Any, **kwargs: Any) -> Arguments:
    """Write a call down: `arguments(x, 2, padding=1)`."""
    return Arguments(args, kwargs)


def fingerprint(call: Arguments) -> tuple[object, ...]:
    """Something hashable that two calls share only where their arguments are the same, bit for bit."""
    return tuple((name, _hashable(value)) for name, value in (*enumerate(call.args), *call.kwargs.items()))


def _hashable(value: Any) -> object:
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str, value.tobytes()
    if isinstance(value, dict):
        return "dict", tuple((key, _hashable(each)) for key, each in value.items())
    if isinstance(value, (list, tuple)):
        return type(value).__name__, tuple(map(_hashable, value))
    return type(value).__name__, repr(value)


def show_call(function: str, call: Arguments) -> str:
    """A call as a person would type it."""
    shown = [show_value(value) for value in call.args]
    shown += [f"{name}={show_value(value)}" for name, value in call.kwargs.items()]
    return f"{function}({', '.join(shown)})"


def show_value(value: Any) -> str:
    """A value as a person would type it; long ones are cut."""
    shown = _show(value)
    return shown if isinstance(value, np.ndarray) or len(shown) <= MAX_SHOWN else f"{shown[:MAX_SHOWN]} …"


def _show(value: Any) -> str:
    match value:
        case np.ndarray():
            shown = np.array2string(value, separator=", ", precision=6, threshold=200, max_line_width=10_000)
            shown = " ".join(shown.split())
            return shown if value.dtype == np.float64 else f"{shown} ({value.dtype.name})"
        case dict():
            return "{" + ", ".join(f"{key!r}: {_show(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_show, value)) + "]"
        case tuple():
            return "(" + ", ".join(map(_show, value)) + ("," if len(value) == 1 else "") + ")"
        case _:
            return repr(value)


def shapes_of(call: Arguments) -> str:
    """The arguments of a call, arrays by their shape only."""
    values = [*call.args, *call.kwargs.values()]
    names = [""] * len(call.args) + [f"{name}=" for name in call.kwargs]
    return ", ".join(
        name + (f"array{value.shape}" if isinstance(value, np.ndarray) else show_value(value))
        for name, value in zip(names, values, strict=True)
    )
