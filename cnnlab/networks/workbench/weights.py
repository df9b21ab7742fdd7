"""A network's weights as plain arrays, by name: parameters and buffers alike."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray


def take_weights(model: torch.nn.Module) -> dict[str, NDArray[Any]]:
    """A copy of every parameter and buffer."""
    return {name: value.detach().cpu().contiguous().numpy().copy() for name, value in model.state_dict().items()}


def give_weights(model: torch.nn.Module, weights: Mapping[str, NDArray[Any]]) -> None:
    """Put arrays into the parameters and buffers of the same names.

    Raises:
        RuntimeError: where names or shapes differ.
    """
    model.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in weights.items()})


def draw_weights(model: torch.nn.Module, seed: int) -> None:
    """Give every parameter values that depend on its shape and the seed alone, not on its name or its place.

    Two networks with the same layers, however they are called and in whatever order they are made, get the same weights.
    """
    with torch.no_grad():
        for parameter in model.parameters():
            shape = tuple(parameter.shape)
            # So that values keep their size from layer to layer; a bias has no inputs to share its size among.
            size = 1 / np.prod(shape[1:]) ** 0.5 if len(shape) > 1 else 0.1
            values = np.random.default_rng([seed, *shape]).standard_normal(shape) * size
            parameter.copy_(torch.from_numpy(values.astype(np.float32)))
