"""The arguments of a call, as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np


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
    return tuple(
        (name, value.shape, value.dtype.str, value.tobytes()) if isinstance(value, np.ndarray) else (name, repr(value))
        for name, value in (*enumerate(call.args), *call.kwargs.items())
    )


def show_call(function: str, call: Arguments) -> str:
    """A call as a person would type it."""
    shown = [show_value(value) for value in call.args]
    shown += [f"{name}={show_value(value)}" for name, value in call.kwargs.items()]
    return f"{function}({', '.join(shown)})"


def show_value(value: Any) -> str:
    """A value as a person would type it; long ones are cut."""
    if isinstance(value, np.ndarray):
        shown = np.array2string(value, separator=", ", precision=6, threshold=200, max_line_width=10_000)
        shown = " ".join(shown.split())
        return shown if value.dtype == np.float64 else f"{shown} ({value.dtype.name})"
    shown = repr(value)
    return shown if len(shown) <= 400 else f"{shown[:400]} …"


def shapes_of(call: Arguments) -> str:
    """The arguments of a call, arrays by their shape only."""
    values = [*call.args, *call.kwargs.values()]
    names = [""] * len(call.args) + [f"{name}=" for name in call.kwargs]
    return ", ".join(
        name + (f"array{value.shape}" if isinstance(value, np.ndarray) else show_value(value))
        for name, value in zip(names, values, strict=True)
    )
