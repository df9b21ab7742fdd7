"""Small arrays as grids of numbers with shades: what is to be drawn, and no drawing.

Colour says nothing that is not also said without it: each cell has its number, and a wrong one a mark.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cnnlab.course import Arrays, Numbers
from cnnlab.grading.comparison import ABSOLUTE, RELATIVE

MAX_ROWS, MAX_COLUMNS, MAX_PLANES = 12, 12, 8
MINUS, UNEQUAL = "−", "≠"


@dataclass(frozen=True)
class Cell:
    """A number in words; `shade`, in [-1, 1], is its part of the largest magnitude; `wrong` where it is not what is due."""

    words: str
    shade: float
    wrong: bool = False


@dataclass(frozen=True)
class Plane:
    """The last two axes of an array at an `index` such as "[0, 1]", which is empty where there are no other axes."""

    index: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Grid:
    """An array to be drawn."""

    shape: tuple[int, ...]
    dtype: str
    planes: tuple[Plane, ...]


@dataclass(frozen=True)
class Grids:
    """The grids of a counterexample. What is None cannot be drawn: it is no array, or too large; a difference needs two of one shape."""

    inputs: tuple[tuple[str, Grid], ...]
    expected: Grid | None
    got: Grid | None
    difference: Grid | None


def grids_of(arrays: Arrays) -> Grids:
    """Lay out a counterexample. What is expected and what came are shaded by one scale."""
    expected, got = arrays.expected, arrays.got
    comparable = expected is not None and got is not None and expected.shape == got.shape
    wrong = _wrong(expected, got) if comparable and expected and got else ()
    scale = max(_largest(expected), _largest(got))
    inputs = ((name, _grid(each, _largest(each))) for name, each in arrays.inputs.items())
    return Grids(
        tuple((name, grid) for name, grid in inputs if grid is not None),
        _grid(expected, scale),
        _grid(got, scale, wrong),
        _difference(expected, got, wrong) if comparable and expected and got else None,
    )


def say_number(value: float) -> str:
    """A number in few letters."""
    if isinstance(value, bool) or math.isnan(value):
        return str(value).replace("nan", "NaN")
    shown = "∞" if math.isinf(value) else f"{abs(value):.4g}" if isinstance(value, float) else str(abs(value))
    return (MINUS if value < 0 else "") + shown


def _say_difference(value: float) -> str:
    return say_number(value) if value <= 0 else UNEQUAL if math.isnan(value) else "+" + say_number(value)


def _grid(numbers: Numbers | None, scale: float, wrong: Sequence[bool] = ()) -> Grid | None:
    if numbers is None:
        return None
    marks = wrong or [False] * len(numbers.values)
    cells = [
        Cell(say_number(value), _shade(value, scale), mark) for value, mark in zip(numbers.values, marks, strict=True)
    ]
    return _laid_out(numbers.shape, numbers.dtype, cells)


def _difference(expected: Numbers, got: Numbers, wrong: Sequence[bool]) -> Grid | None:
    """What came less what was due, in floats; where that is no number the cell says that they are unequal."""
    values = [
        _less(one, other) if mark else 0.0 for one, other, mark in zip(got.values, expected.values, wrong, strict=True)
    ]
    scale = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    cells = [
        Cell(_say_difference(value) if mark else "0", _shade(value, scale), mark)
        for value, mark in zip(values, wrong, strict=True)
    ]
    return _laid_out(expected.shape, "", cells)


def _less(one: float, other: float) -> float:
    found = one - other  # whole numbers are taken from one another exactly
    return float(found)


def _wrong(expected: Numbers, got: Numbers) -> tuple[bool, ...]:
    """Which values are not what the grader accepts."""
    return tuple(not _same(one, other) for one, other in zip(got.values, expected.values, strict=True))


def _same(one: float, other: float) -> bool:
    if not (math.isfinite(one) and math.isfinite(other)):
        return one == other or (math.isnan(one) and math.isnan(other))
    return abs(one - other) <= ABSOLUTE + RELATIVE * abs(other)


def _laid_out(shape: tuple[int, ...], dtype: str, cells: Sequence[Cell]) -> Grid | None:
    *outer, rows, columns = (1, 1, *shape)
    planes = math.prod(outer)
    if rows > MAX_ROWS or columns > MAX_COLUMNS or planes > MAX_PLANES:
        return None
    index_of = _indices(shape[:-2])
    found = []
    for plane in range(planes):
        start = plane * rows * columns
        lines = (cells[start + row * columns : start + (row + 1) * columns] for row in range(rows))
        found.append(Plane(index_of(plane), tuple(tuple(line) for line in lines)))
    return Grid(shape, dtype, tuple(found))


def _indices(outer: tuple[int, ...]) -> Callable[[int], str]:
    """How Python would index a plane by its number; nothing where there is one plane only."""

    def index_of(plane: int) -> str:
        places = []
        for length in reversed(outer):
            plane, place = divmod(plane, length)
            places.append(place)
        return str(places[::-1])

    return index_of if math.prod(outer) > 1 else lambda _: ""


def _largest(numbers: Numbers | None) -> float:
    values = numbers.values if numbers is not None else ()
    return max((abs(value) for value in values if math.isfinite(value)), default=0.0)


def _shade(value: float, scale: float) -> float:
    if math.isnan(value) or not scale:
        return 0.0
    return max(-1.0, min(1.0, value / scale))
