"""Small arrays as numbers: what a counterexample can be drawn from, as frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Numbers:
    """A small array: its shape, its dtype, and its values with the last axis running fastest. A plain number has the shape ()."""

    shape: tuple[int, ...]
    dtype: str
    values: tuple[int | float, ...]


@dataclass(frozen=True)
class Arrays:
    """The arrays of a call by the names of its arguments, and what came of it. None where that is no small array."""

    inputs: Mapping[str, Numbers]
    expected: Numbers | None
    got: Numbers | None
