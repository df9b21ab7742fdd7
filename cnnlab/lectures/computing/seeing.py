"""How much of the input one value sees: followed back window by window, and not taken from the formula."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sliding:
    """A layer that slides a window: a convolution or a pooling. Padding does not change how much a window sees."""

    name: str
    kernel_size: int
    stride: int = 1


PYTORCH = (Sliding("conv1", 3), Sliding("pool1", 2, 2), Sliding("conv2", 3), Sliding("pool2", 2, 2))
KERAS = (*PYTORCH, Sliding("conv3", 3))
"""The layers of the lecture's networks that slide a window, in order."""


def seen(layers: Sequence[Sliding], place: int = 0) -> list[range]:
    """Which values of the input (first) and behind each layer the value at `place` of the last layer depends on."""
    found = [range(place, place + 1)]
    for layer in reversed(layers):
        behind = found[0]
        first, last = behind[0] * layer.stride, behind[-1] * layer.stride + layer.kernel_size - 1
        found.insert(0, range(first, last + 1))
    return found


def fields(layers: Sequence[Sliding]) -> list[int]:
    """The side of the receptive field behind each layer, in pixels of the input."""
    return [len(seen(layers[: depth + 1])[0]) for depth in range(len(layers))]


def jumps(layers: Sequence[Sliding]) -> list[int]:
    """How many pixels of the input lie between neighbouring values behind each layer."""
    behind = [layers[: depth + 1] for depth in range(len(layers))]
    return [seen(each, 1)[0][0] - seen(each, 0)[0][0] for each in behind]
