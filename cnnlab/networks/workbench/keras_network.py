"""A Keras network (on the torch backend) as a module whose parameters are its weights, so that it can be exported and trained on.

Keras's own export bakes the weights in as constants. Here each variable is a parameter or a buffer, called `w0`, `w1`, … and
`b0`, `b1`, … in Keras's order, and the network is called without a state of its own.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray


class Stateless(torch.nn.Module):
    """`model.stateless_call` with the variables of this module."""

    def __init__(self, model: Any, training: bool) -> None:
        super().__init__()
        # In a closure: as an attribute the model would be registered, and its weights twice.
        self._call = lambda *state: model.stateless_call(*state, training=training)
        self._in_training = training
        self._names: list[list[str]] = [[], []]
        for number, variable in enumerate(model.trainable_variables):
            self.register_parameter(f"w{number}", torch.nn.Parameter(variable.value.detach()))
            self._names[0].append(f"w{number}")
        for number, variable in enumerate(model.non_trainable_variables):
            self.register_buffer(f"b{number}", variable.value.detach())
            self._names[1].append(f"b{number}")

    def forward(self, images: torch.Tensor) -> Any:
        """What the network makes of images of shape (N, 28, 28, 1); in training, the new values of its buffers too."""
        weights, rest = ([getattr(self, name) for name in names] for names in self._names)
        result, changed = self._call(weights, rest, images)  # type: ignore[no-untyped-call]
        return (result, *changed) if self._in_training and changed else result


def variables_of(model: Any) -> dict[str, Any]:
    """Keras's variables by the names that they have in `Stateless`."""
    return {f"w{number}": each for number, each in enumerate(model.trainable_variables)} | {
        f"b{number}": each for number, each in enumerate(model.non_trainable_variables)
    }


def take_variables(model: Any) -> dict[str, NDArray[Any]]:
    """A copy of every variable."""
    return {name: each.value.detach().cpu().numpy().copy() for name, each in variables_of(model).items()}


def give_variables(model: Any, values: Mapping[str, NDArray[Any]]) -> None:
    """Set every variable.

    Raises:
        KeyError: where one has no value.
        ValueError: where a shape is another.
    """
    for name, each in variables_of(model).items():
        each.assign(np.asarray(values[name]))
