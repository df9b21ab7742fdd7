"""What figures draw with: small functions that return SVG. Colours are CSS classes, so a figure follows the theme."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from cnnlab.messages import Language


@dataclass(frozen=True)
class Figure:
    """A picture, and what is seen on it for those who do not see it."""

    svg: str
    alt: str


def pick(language: Language, ko: str, en: str) -> str:
    """The words of a figure in the language of the page."""
    return ko if language is Language.KOREAN else en


def number(value: float, digits: int = 2) -> str:
    """A number as it is printed in a book: −3, 2.25, 7."""
    shown = f"{round(float(value), digits):.{digits}f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    return "0" if shown in ("-0", "0") else shown.replace("-", "−")


def picture(width: float, height: float, *parts: str) -> str:
    """Put parts into a picture of so many units; a unit is a CSS pixel where there is room."""
    size = f'viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" height="{_n(height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'


def rect(x: float, y: float, width: float, height: float, kind: str = "cell", strength: float | None = None) -> str:
    """A box. `strength` from 0 to 1 says how deep the colour of its kind is."""
    depth = "" if strength is None else f' fill-opacity="{_n(min(1.0, max(0.0, strength)))}"'
    return f'<rect class="{kind}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{depth}/>'


def label(x: float, y: float, words: str, kind: str = "label", anchor: str = "middle") -> str:
    """Words; `x` is their middle, or their `start` or `end`; `y` is the middle of the letters."""
    side = "" if anchor == "middle" else f' text-anchor="{anchor}"'
    return f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}"{side}>{escape(words)}</text>'


def line(points: Sequence[tuple[float, float]], kind: str = "line") -> str:
    """A line through points."""
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return f'<polyline class="{kind}" points="{path}"/>'


def arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    """An arrow; its head is drawn, because markers need ids and ids are unique on a page."""
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1e-9)
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    bx, by = x2 - 9 * ux, y2 - 9 * uy
    head = f"{_n(x2)},{_n(y2)} {_n(bx - 4.5 * uy)},{_n(by + 4.5 * ux)} {_n(bx + 4.5 * uy)},{_n(by - 4.5 * ux)}"
    return line([(x1, y1), (bx, by)], "line") + f'<polygon class="head" points="{head}"/>'


def grid(
    values: Sequence[Sequence[float]],
    x: float,
    y: float,
    size: float,
    kind: Callable[[int, int], str] | str = "cell",
    show: Callable[[float], str] = number,
) -> str:
    """A table of numbers in boxes; `kind` is the class of all boxes, or `kind(row, column)` that of each."""
    parts = []
    for row, numbers in enumerate(values):
        for column, value in enumerate(numbers):
            left, top = x + column * size, y + row * size
            parts.append(rect(left, top, size, size, kind if isinstance(kind, str) else kind(row, column)))
            parts.append(label(left + size / 2, top + size / 2, show(value), "number"))
    return "".join(parts)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
