"""What a check may assert about what a driver says of a network: its logits, its outline, how its parameters fared.

It was said in the student's process, so nothing about its form is taken for granted.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from cnnlab.grading.comparison import describe_kind
from cnnlab.grading.failure import CheckFailure
from cnnlab.grading.network import demand_shapes, shown_shapes
from cnnlab.messages import text

# What a driver's outline calls a layer.
OUTLINED = {"convolution": "conv2d", "max pooling": "max_pool2d", "fully connected": "linear"}


def assert_outline(outline: Any, kind: str, expected: Sequence[tuple[int, ...]]) -> None:
    """Demand the shapes behind every layer of a kind, of a network that was only watched: [[operation, [N, C, H, W]], …].

    Raises:
        CheckFailure: with both lists.
    """
    rows = outline if isinstance(outline, list) else []
    found = [
        tuple(row[1][1:])
        for row in rows
        if isinstance(row, list)
        and len(row) == 2
        and isinstance(row[0], str)
        and row[0] == OUTLINED[kind]
        and isinstance(row[1], list)
        and all(type(size) is int for size in row[1])
    ]
    demand_shapes(kind, found, expected)


def assert_parameter_count(count: Any, exact: int, budget: int) -> None:
    """Demand the same of a number that a driver gives: cheaper than an export, and the same however layers are called.

    Raises:
        CheckFailure: with the numbers.
    """
    if type(count) is not int or (count != exact and count > budget):
        raise CheckFailure(
            text(
                "Your network has {count} parameters. The lecture's has {exact}; a network of your own may have {budget}.",
                count=f"{count:,}" if type(count) is int else "?",
                exact=f"{exact:,}",
                budget=f"{budget:,}",
            )
        )


def assert_logits(value: Any, images: int, classes: int = 10) -> None:
    """Demand finite logits in float32, one row for each image, that are neither probabilities nor their logarithms.

    Raises:
        CheckFailure: saying what came in their place.
    """
    if not isinstance(value, np.ndarray) or value.shape != (images, classes) or value.dtype != np.float32:
        raise CheckFailure(
            text(
                "For {images} images it gave {kind}; give float32 logits of shape {due}, one row for each image.",
                images=images,
                kind=describe_kind(value),
                due=(images, classes),
            )
        )
    if not np.isfinite(value).all():
        raise CheckFailure(text("There is NaN (not a number) or an infinity among the logits."))
    # The chance that logits of random weights add up like this is nil.
    with np.errstate(over="ignore"):
        probabilities = value if (value >= 0).all() else np.exp(value.astype(np.float64))
    if np.allclose(probabilities.sum(axis=1), 1, atol=1e-4):
        raise CheckFailure(
            text(
                "What comes out adds up to 1 for every image, as probabilities do (or does so behind exp, as their logarithms do). "
                "Logits are due: the loss takes the softmax itself."
            )
        )


def assert_gradients(value: Any) -> None:
    """Demand that gradients arrived at every parameter, given as [[shape, largest entry or None], …].

    Raises:
        CheckFailure: naming the shape of a parameter that was not reached.
    """
    left_out = _left_out(value)
    if left_out is not None:
        raise CheckFailure(
            text(
                "No useful gradient arrived at the parameters of shape {shape}. Either `forward` never uses them, or something "
                "between them and the loss cuts the way back.",
                shape=shown_shapes([left_out]),
            )
        )


def assert_moved(value: Any) -> None:
    """Demand that training moved every parameter, given as [[shape, largest change], …].

    Raises:
        CheckFailure: naming the shape of a parameter that stayed.
    """
    left_out = _left_out(value)
    if left_out is not None:
        raise CheckFailure(
            text("Training left the parameters of shape {shape} where they were.", shape=shown_shapes([left_out]))
        )


def _left_out(value: Any) -> tuple[int, ...] | None:
    """The shape of the first parameter for which a driver gives nothing, or no number.

    Raises:
        CheckFailure: where the value is not of the form [[shape, number or None], …], or there are no parameters.
    """
    rows = value if isinstance(value, list) else []
    found = [
        (tuple(row[0]), row[1])
        for row in rows
        if isinstance(row, list)
        and len(row) == 2
        and isinstance(row[0], list)
        and all(type(size) is int for size in row[0])
        and (row[1] is None or type(row[1]) is float)
    ]
    if not found or len(found) < len(rows):
        raise CheckFailure(text("Your network has no parameters that training could change."))
    for shape, largest in found:
        # In front of a normalisation a bias has no effect, and its gradient is zero up to rounding.
        if largest is None or not np.isfinite(largest) or (largest == 0 and len(shape) > 1):
            return shape
    return None
