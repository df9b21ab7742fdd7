"""Pooling and shifting on small maps (H, W), compared with the reference of assignment 3 in the tests.

NumPy is imported by each function: where all figures are remembered, a build needs none of it.
"""

from collections.abc import Sequence
from enum import Enum

Map = Sequence[Sequence[float]]


class Pooling(Enum):
    """What becomes of a window."""

    MAX = "max"
    AVERAGE = "average"


def pooled(
    values: Map, kind: Pooling, kernel_size: int, stride: int | None = None, padding: int = 0
) -> list[list[float]]:
    """Pool a map of shape (H, W). Max pooling pads with minus infinity, average pooling with zeros that count."""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    border = -np.inf if kind is Pooling.MAX else 0.0
    x = np.pad(np.asarray(values, dtype=float), padding, constant_values=border)
    step = stride or kernel_size
    windows = sliding_window_view(x, (kernel_size, kernel_size))[::step, ::step]
    found = windows.max(axis=(2, 3)) if kind is Pooling.MAX else windows.mean(axis=(2, 3))
    return [[float(value) for value in row] for row in found]


def shifted(values: Map, down: int, right: int) -> list[list[float]]:
    """Move a map by whole pixels; zeros come in, what leaves is lost."""
    height, width = len(values), len(values[0])
    return [
        [
            float(values[row - down][column - right])
            if 0 <= row - down < height and 0 <= column - right < width
            else 0.0
            for column in range(width)
        ]
        for row in range(height)
    ]
