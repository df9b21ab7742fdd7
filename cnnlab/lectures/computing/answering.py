"""What an output layer makes of its logits, and what the loss says of it; compared with SciPy in the tests."""

import math
from collections.abc import Sequence


def softmax(logits: Sequence[float]) -> list[float]:
    """e^z of every logit, divided by their sum; the largest is subtracted first, so that nothing overflows."""
    largest = max(logits)
    powers = [math.exp(value - largest) for value in logits]
    total = math.fsum(powers)
    return [power / total for power in powers]


def cross_entropy(logits: Sequence[float], right: int) -> float:
    """Minus the logarithm of the probability that softmax gives to the class `right`."""
    largest = max(logits)
    return largest - logits[right] + math.log(math.fsum(math.exp(value - largest) for value in logits))


def mean_of_batches(losses: Sequence[float]) -> float:
    """The mean of the batches' mean losses: every batch counts the same, however small it is."""
    return math.fsum(losses) / len(losses)


def mean_of_images(losses: Sequence[float], sizes: Sequence[int]) -> float:
    """The mean loss per image of batches of so many images, from their mean losses."""
    return math.fsum(loss * size for loss, size in zip(losses, sizes, strict=True)) / sum(sizes)
