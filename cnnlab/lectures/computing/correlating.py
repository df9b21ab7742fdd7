"""Matching a kernel with patches, on small maps (H, W); compared with the reference of assignment 1 in the tests."""

from collections.abc import Sequence

Map = Sequence[Sequence[float]]


def correlated(values: Map, kernel: Map, stride: int = 1, padding: int = 0) -> list[list[float]]:
    """The feature map of one kernel: multiply and sum at every place, without flipping."""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    k = np.asarray(kernel, dtype=float)
    x = np.pad(np.asarray(values, dtype=float), padding)
    windows = sliding_window_view(x, k.shape)[::stride, ::stride]
    found = np.einsum("ijmn,mn->ij", windows, k)
    return [[float(value) for value in row] for row in found]


def products(patch: Map, kernel: Map) -> list[list[float]]:
    """Patch times kernel, cell by cell."""
    return [[a * b for a, b in zip(*rows, strict=True)] for rows in zip(patch, kernel, strict=True)]


def box_overlap(shift: float, width: float = 1.0, steps: int = 2000) -> float:
    """The convolution at `shift` of two boxes of height 1 on [−width/2, width/2]: the area of their product.

    Integrated by the midpoint rule, as the definition says: one box is mirrored and moved, then both are multiplied.
    """

    def box(x: float) -> float:
        return 1.0 if abs(x) < width / 2 else 0.0

    step = width / steps
    middles = (-width / 2 + (place + 0.5) * step for place in range(steps))
    return sum(box(x) * box(shift - x) for x in middles) * step
