"""What differs between the networks of PyTorch and of Keras: how images are laid out and scaled, and how training is repeated."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from cnnlab.messages import Text, text
from cnnlab.networks.digits import SIDE
from cnnlab.networks.workbench.batches import to_images


@dataclass(frozen=True)
class Framework:
    """`shape` is that of one image. `tolerance` is how far, as a share of the way, a repeated training may end elsewhere.

    `epsilon` is that of its Adam at a step (1, 2, …), in the terms of PyTorch's, and `advice` says where to look when training did not come out the same.
    `constant_rate` says that the learning rate stays what the student's optimiser has; `trained_share` is the part of the images
    that training sees, where the rest is held out to watch.
    """

    shape: tuple[int, ...]
    to_images: Callable[[NDArray[np.uint8]], torch.Tensor]
    tolerance: float
    epsilon: Callable[[int], float]
    advice: Text
    constant_rate: bool = False
    trained_share: float = 1.0


def _channels_last(pixels: NDArray[np.uint8]) -> torch.Tensor:
    images: torch.Tensor = to_images(pixels).contiguous(memory_format=torch.channels_last)
    return images


def _between_0_and_1(pixels: NDArray[np.uint8]) -> torch.Tensor:
    return torch.from_numpy(pixels.reshape(-1, SIDE, SIDE, 1)).float().div_(255)


def _epsilon_of_keras(step: int) -> float:
    """Keras adds its 1e-7 to the root of the second moment before that is corrected for its bias, PyTorch afterwards."""
    return float(1e-7 / (1 - 0.999**step) ** 0.5)


FRAMEWORKS = {
    "torch": Framework(
        (1, SIDE, SIDE),
        _channels_last,
        tolerance=0.1,
        epsilon=lambda _: 1e-8,
        advice=text("Look at the order of zero_grad, backward and step in train_epoch, and train nowhere else."),
    ),
    "keras": Framework(
        (SIDE, SIDE, 1),
        _between_0_and_1,
        tolerance=0.2,
        epsilon=_epsilon_of_keras,
        advice=text(
            "Compile with Adam and its default learning rate, and let fit take batches of 64 in the given order "
            "(shuffle=False) with validation_split=0.1; train nowhere else."
        ),
        constant_rate=True,
        trained_share=0.9,
    ),
}


def loss_of(result: torch.Tensor, labels: torch.Tensor, is_probability: bool) -> torch.Tensor:
    """The mean cross-entropy of logits, or of probabilities where a network ends in a softmax."""
    if is_probability:
        return F.nll_loss(result.clamp(1e-7, 1 - 1e-7).log(), labels)
    return F.cross_entropy(result, labels)
