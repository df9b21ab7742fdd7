"""What locality and weight sharing save on the way from a square image to a square map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Cost:
    """Weights to learn (without biases) and multiplications for one image."""

    weights: int
    multiplications: int


def fully_connected(size: int, kernel_size: int) -> Cost:
    """Every value of the map sees the whole image through weights of its own."""
    values = (size - kernel_size + 1) ** 2
    return Cost(size * size * values, size * size * values)


def local(size: int, kernel_size: int) -> Cost:
    """Every value of the map sees one window, still through weights of its own."""
    values = (size - kernel_size + 1) ** 2
    return Cost(kernel_size**2 * values, kernel_size**2 * values)


def convolutional(size: int, kernel_size: int) -> Cost:
    """Every value of the map sees one window, all through the same weights."""
    return Cost(kernel_size**2, local(size, kernel_size).multiplications)
