"""One part of a training: given weights, some batches and a learning rate for each, what do the student's loop and network make of them?"""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.overrides import TorchFunctionMode

from cnnlab.networks.workbench.batches import Loader, to_images
from cnnlab.networks.workbench.weights import give_weights, take_weights

TrainEpoch = Callable[[torch.nn.Module, Loader, torch.optim.Optimizer, torch.device], float]


def train_part(
    model: torch.nn.Module,
    train_epoch: TrainEpoch,
    weights: Mapping[str, NDArray[Any]],
    pixels: NDArray[np.uint8],
    labels: NDArray[np.int64],
    batch_size: int,
    learning_rates: Sequence[float],
    seed: int,
    device: str = "cpu",
) -> dict[str, Any]:
    """Train with the student's loop, from the given weights, with a fresh Adam whose learning rate follows the batches.

    Returns:
        The loss that the loop returned, the weights afterwards, and the number of the batch that made them NaN, or -1.
    """
    place = torch.device(device)
    give_weights(model, weights)
    model.to(place).to(memory_format=torch.channels_last)
    optimizer = torch.optim.Adam(model.parameters(), lr=learning_rates[0])
    broken = -1

    def before(number: int) -> None:
        nonlocal broken
        if broken < 0 and number and not all(bool(torch.isfinite(each).all()) for each in model.parameters()):
            broken = number - 1
            raise NotANumber(broken)
        for group in optimizer.param_groups:
            group["lr"] = learning_rates[min(number, len(learning_rates) - 1)]

    images = to_images(pixels).contiguous(memory_format=torch.channels_last)
    loader = Loader(images, torch.from_numpy(labels), batch_size, before)
    torch.manual_seed(seed)
    try:
        with _ViewsOfAnyLayout():
            loss = train_epoch(model, loader, optimizer, place)
    except NotANumber:
        loss = math.nan
    return {"loss": loss, "weights": take_weights(model), "broken": broken}


class NotANumber(Exception):
    """The weights are no numbers any more after the batch of this number: training on would be a waste of time."""


class _ViewsOfAnyLayout(TorchFunctionMode):
    """`view` is `reshape` here: the lecture's view(-1, 64 * 5 * 5) must not fail over channels that lie last, which is our choice."""

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        if func is torch.Tensor.view and not (len(args) == 2 and isinstance(args[1], torch.dtype)) and not kwargs:
            func = torch.Tensor.reshape
        return func(*args, **(kwargs or {}))
