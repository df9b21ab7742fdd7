"""Real handwritten digits for where MNIST is not: scikit-learn ships 1,797 of them (UCI, Alpaydin and Kaynak 1998).

They are 8×8 with grey values from 0 to 16. Here they are made to look like MNIST's: the digit in a box of 20×20,
its centre of mass in the middle of 28×28, grey values from 0 to 255 (http://yann.lecun.com/exdb/mnist).
"""

import importlib.util

import numpy as np
from numpy.typing import NDArray

from cnnlab.errors import DataUnavailable
from cnnlab.messages import text
from cnnlab.networks.digits import CLASSES, SIDE, Digits, Source, split

SMALL, BOX = 8, 20
BRIGHTEST = 16.0
# Of each digit's images every sixth is for testing, and of the rest every twelfth of all is held out.
TEST, HELD_OUT = 6, 12


def is_installed() -> bool:
    """Whether the package that ships the digits is there; it is not imported."""
    return importlib.util.find_spec("sklearn") is not None


def read_stand_in() -> Digits:
    """The splits, the same on every machine.

    Raises:
        DataUnavailable: where scikit-learn is not installed.
    """
    try:
        from sklearn.datasets import load_digits
    except ImportError as error:
        raise DataUnavailable(
            text(
                "There is no MNIST here, and no stand-in for it either: scikit-learn is not installed. "
                "Install it with: pip install 'cnnlab[torch]'"
            )
        ) from error
    small = load_digits()
    pixels = np.stack([centred(enlarged(image)) for image in small.images])
    labels = small.target.astype(np.uint8)
    place = _place_among_its_kind(labels)
    test, held_out = place % TEST == 0, place % HELD_OUT == HELD_OUT // 4
    train = ~(test | held_out)
    return Digits(
        Source.STAND_IN,
        train=split(pixels[train], labels[train]),
        held_out=split(pixels[held_out], labels[held_out]),
        test=split(pixels[test], labels[test]),
    )


def enlarged(image: NDArray[np.float64]) -> NDArray[np.uint8]:
    """8×8 with values from 0 to 16, resized to 20×20 with values from 0 to 255 by bilinear interpolation."""
    # Pixel centres fall on pixel centres of the same relative place, as in every image library.
    at = np.clip((np.arange(BOX) + 0.5) * SMALL / BOX - 0.5, 0, SMALL - 1)
    weights = np.maximum(0, 1 - np.abs(at[:, np.newaxis] - np.arange(SMALL)))
    grey: NDArray[np.float64] = weights @ image @ weights.T * (255 / BRIGHTEST)
    return np.rint(grey).astype(np.uint8)


def centred(box: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """20×20 laid into 28×28 so that its centre of mass is in the middle, as near as whole pixels allow."""
    mass = box.sum(dtype=np.int64)
    canvas = np.zeros((SIDE, SIDE), np.uint8)
    corner = []
    for axis in (0, 1):
        centre = (box.sum(axis=1 - axis, dtype=np.int64) @ np.arange(BOX)) / mass if mass else (BOX - 1) / 2
        corner.append(int(np.clip(np.rint((SIDE - 1) / 2 - centre), 0, SIDE - BOX)))
    top, left = corner
    canvas[top : top + BOX, left : left + BOX] = box
    return canvas


def _place_among_its_kind(labels: NDArray[np.uint8]) -> NDArray[np.int64]:
    """For each image, how many of the same digit come before it: a split by it holds every digit equally often."""
    place = np.zeros(len(labels), np.int64)
    for digit in range(CLASSES):
        place[labels == digit] = np.arange(np.count_nonzero(labels == digit))
    return place
