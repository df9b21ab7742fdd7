"""A second layer on two feature maps of a first one: a corner where a bar and a slanted stroke meet."""

from dataclasses import dataclass

from cnnlab.lectures.computing.correlating import Map, correlated

LEVEL = ((-1, -1, -1), (2, 2, 2), (-1, -1, -1))
"""Answers to level bars."""
SLANTED = ((-1, -1, 2), (-1, 2, -1), (2, -1, -1))
"""Answers to strokes that rise to the right."""
BESIDE = ((1, 1, 0), (1, 1, 0), (0, 0, 0))
"""Where the corner expects the level bar: to its upper left."""
BELOW = ((0, 0, 0), (0, 1, 1), (1, 1, 0))
"""Where the corner expects the slanted stroke: below."""


@dataclass(frozen=True)
class Layers:
    """The maps of both layers, each behind its ReLU, and the bias of the second."""

    level: list[list[float]]
    slanted: list[list[float]]
    bias: float
    corner: list[list[float]]


def rectified(values: Map) -> list[list[float]]:
    """ReLU."""
    return [[max(0.0, value) for value in row] for row in values]


def combined(image: Map) -> Layers:
    """Both layers on an image (H, W). The bias is so large that neither map alone gets over it."""
    level, slanted = rectified(correlated(image, LEVEL)), rectified(correlated(image, SLANTED))
    beside, below = correlated(level, BESIDE), correlated(slanted, BELOW)
    bias = -max(value for answers in (beside, below) for row in answers for value in row)
    together = [[a + b + bias for a, b in zip(*rows, strict=True)] for rows in zip(beside, below, strict=True)]
    return Layers(level, slanted, bias, rectified(together))
