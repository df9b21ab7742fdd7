"""Handwritten digits as networks take them: whole splits in memory, normalised, with where they came from."""

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

SIDE = 28
CLASSES = 10
# Mean and standard deviation of MNIST's training pixels in [0, 1], the numbers every tutorial and the lecture use.
MEAN, STD = 0.1307, 0.3081


class Source(Enum):
    """Which data were used; a report records the value."""

    MNIST = "mnist"
    STAND_IN = "stand-in"


@dataclass(frozen=True)
class Split:
    """`images` is float32 of shape (N, 1, 28, 28), normalised; `labels` is int64 of shape (N,), from 0 to 9."""

    images: NDArray[np.float32]
    labels: NDArray[np.int64]


@dataclass(frozen=True)
class Digits:
    """Disjoint splits: `held_out` is the part of the training split that says when training may stop."""

    source: Source
    train: Split
    held_out: Split
    test: Split


def split(pixels: NDArray[np.uint8], labels: NDArray[np.uint8]) -> Split:
    """Normalise pixels of shape (N, 28, 28) from 0..255, in float32 as torchvision's ToTensor and Normalize do."""
    images = pixels[:, np.newaxis].astype(np.float32)
    # In place: a second array of this size costs more time than the arithmetic.
    images /= np.float32(255)
    images -= np.float32(MEAN)
    images /= np.float32(STD)
    return Split(images, labels.astype(np.int64))
