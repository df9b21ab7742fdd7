"""MNIST from its four files."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cnnlab.errors import DataUnavailable
from cnnlab.messages import text
from cnnlab.networks import files
from cnnlab.networks.digits import CLASSES, SIDE, Digits, Source, Split, split
from cnnlab.networks.files import Found
from cnnlab.networks.idx import parse_idx

# One image in twelve is held out: 5,000 of 60,000. MNIST's training split is in no order, so the last ones will do.
HELD_OUT = 12


def to_digits(found: Sequence[Found]) -> Digits:
    """The splits of four complete files.

    Raises:
        DataUnavailable: where their contents are not 28×28 images with a label from 0 to 9 for each.
    """
    content = {each.file.name: each.content for each in found}
    pixels, labels = _pair(content, files.TRAIN_IMAGES, files.TRAIN_LABELS)
    end = len(pixels) - len(pixels) // HELD_OUT
    return Digits(
        Source.MNIST,
        train=split(pixels[:end], labels[:end]),
        held_out=split(pixels[end:], labels[end:]),
        test=_test(content),
    )


def _test(content: dict[str, bytes]) -> Split:
    return split(*_pair(content, files.TEST_IMAGES, files.TEST_LABELS))


def _pair(content: dict[str, bytes], images: str, labels: str) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    pixels, digits = parse_idx(content[images], 3, images), parse_idx(content[labels], 1, labels)
    if pixels.shape[1:] != (SIDE, SIDE):
        raise DataUnavailable(
            text(
                "{name} holds images of {height} × {width} pixels instead of {side} × {side}.",
                name=images,
                height=pixels.shape[1],
                width=pixels.shape[2],
                side=SIDE,
            )
        )
    if len(pixels) != len(digits):
        raise DataUnavailable(
            text(
                "{images} holds {count} images, but {labels} holds {other} labels.",
                images=images,
                count=len(pixels),
                labels=labels,
                other=len(digits),
            )
        )
    if len(digits) and digits.max() >= CLASSES:
        raise DataUnavailable(text("{name} holds the label {label}; digits end at 9.", name=labels, label=digits.max()))
    return pixels, digits
