"""Activation functions on numbers and small maps, and what they do to them."""

import math
from collections.abc import Sequence

Map = Sequence[Sequence[float]]


def relu(value: float) -> float:
    """max(0, value)."""
    return max(0.0, value)


def sigmoid(value: float) -> float:
    """1 / (1 + e^(−value)); it does not overflow for values far below 0."""
    return 1 / (1 + math.exp(-value)) if value >= 0 else math.exp(value) / (1 + math.exp(value))


def bump(value: float) -> float:
    """Three ReLUs added up: a triangle from −1 over (0, 1) to 1."""
    return relu(value + 1) - 2 * relu(value) + relu(value - 1)


def rectified(values: Map) -> list[list[float]]:
    """ReLU of every value of a map."""
    return [[relu(value) for value in row] for row in values]


def share_of_zeros(values: Map, tolerance: float = 1e-9) -> float:
    """Which part of the values, from 0 to 1, is 0 but for rounding."""
    flat = [value for row in values for value in row]
    return sum(abs(value) <= tolerance for value in flat) / len(flat)
