"""Weights and multiplications of one map, made by full connection and by one kernel. Counted for an image (N, N)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """What a layer has to learn, and how often it multiplies for one image."""

    weights: int
    multiplications: int


def positions(size: int, kernel_size: int) -> int:
    """How many values a map has for which the kernel moves over the image by one pixel at a time, without padding."""
    return (size - kernel_size + 1) ** 2


def fully_connected(size: int, kernel_size: int) -> Cost:
    """Make a map as large as that of the kernel, but join every pixel to every value."""
    count = size * size * positions(size, kernel_size)
    return Cost(count, count)


def locally_connected(size: int, kernel_size: int) -> Cost:
    """Join every value to the pixels of its window only, by weights of its own."""
    count = kernel_size * kernel_size * positions(size, kernel_size)
    return Cost(count, count)


def convolution(size: int, kernel_size: int) -> Cost:
    """Join every value to the pixels of its window, by the same weights everywhere. The bias is not counted."""
    return Cost(kernel_size * kernel_size, kernel_size * kernel_size * positions(size, kernel_size))


def places_in_a_row(size: int, row: int, column: int) -> dict[str, int]:
    """Where a pixel and its four neighbours are once an image (N, N) is laid out in one row."""
    centre = row * size + column
    return {"above": centre - size, "left": centre - 1, "centre": centre, "right": centre + 1, "below": centre + size}
