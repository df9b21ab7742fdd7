"""A kernel found by gradient descent: from an image and the feature map that is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

Map = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Learned:
    """A kernel after so many steps, and its loss: the mean of the squared differences from the wanted map."""

    steps: int
    kernel: list[list[float]]
    loss: float


def learned(image: Map, wanted: Map, kernel_size: int, at: Sequence[int], rate: float) -> list[Learned]:
    """Begin with a kernel of zeros, descend, and remember the kernel after the steps named by `at` (rising)."""
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    patches = sliding_window_view(np.asarray(image, dtype=float), (kernel_size, kernel_size))
    patches = patches.reshape(-1, kernel_size * kernel_size)
    target = np.asarray(wanted, dtype=float).ravel()
    kernel = np.zeros(kernel_size * kernel_size)
    seen = []
    for step in range(max(at) + 1):
        error = patches @ kernel - target
        if step in at:
            rows = kernel.reshape(kernel_size, kernel_size)
            found = [[float(value) for value in row] for row in rows]
            seen.append(Learned(step, found, float(np.mean(error**2))))
        kernel = kernel - rate * 2 * patches.T @ error / len(error)
    return seen
