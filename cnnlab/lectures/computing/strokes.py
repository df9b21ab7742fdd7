"""A digit drawn by a pen: grey values (0 to 1) by distance from a line. Not a digit of MNIST, only like one."""

from collections.abc import Sequence
from itertools import pairwise

SEVEN = ((0.22, 0.2), (0.78, 0.2), (0.44, 0.86))
"""The corners of a seven as fractions of the side: across, down."""


def drawn(corners: Sequence[tuple[float, float]], size: int, pen: float = 1.0) -> list[list[float]]:
    """Draw a line through corners on an image of shape (size, size).

    A pixel whose middle is within `pen` − 0.5 pixels of the line is 1, from `pen` + 0.5 on it is 0.
    """
    points = [(x * size, y * size) for x, y in corners]
    pieces = list(pairwise(points))
    return [
        [
            min(1.0, max(0.0, pen + 0.5 - min(_distance((column + 0.5, row + 0.5), *piece) for piece in pieces)))
            for column in range(size)
        ]
        for row in range(size)
    ]


def _distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """From a point to the nearest place of a straight piece."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    along = min(1.0, max(0.0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
    return float(((px - ax - along * dx) ** 2 + (py - ay - along * dy) ** 2) ** 0.5)
