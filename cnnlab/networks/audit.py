"""Training a part of the plan on the trusted side, and whether the student's loop makes the same of it.

Every part begins with known weights and a fresh optimiser and meets known batches, so what comes of it is known. The weights that are
measured in the end are the ones that are trained here, from the exported graph; the student's code repeats some parts, nobody
knows beforehand which, and must arrive at the same weights. So its loop is the one that trains, and no weights that it brings along count.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from cnnlab.messages import text
from cnnlab.networks.framework import FRAMEWORKS, Framework, loss_of
from cnnlab.networks.graph import Feed, Graph, Unacceptable
from cnnlab.networks.replay import Tensors, measure_batches, run, to_tensors
from cnnlab.networks.workbench.batches import Loader

Weights = Mapping[str, NDArray[Any]]
BY_CHANCE = 2


@dataclass(frozen=True)
class Part:
    """A part of the plan: `first` is the number of its first batch among all."""

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    batch_size: int
    learning_rates: Sequence[float]
    seed: int
    first: int = 0


def train(graph: Graph, weights: Weights, part: Part, framework: Framework) -> tuple[dict[str, NDArray[Any]], float]:
    """The weights that come of a part by the textbook's loop, and the mean loss: cross-entropy, its gradient, a step of Adam.

    Raises:
        Unacceptable: where the graph cannot be trained, or its loss is no number.
    """
    tensors = to_tensors(weights)
    trained = [
        each.target
        for each in graph.weights
        if each.feed is Feed.PARAMETER and tensors[each.target].is_floating_point()
    ]
    optimizer = torch.optim.Adam([tensors[name].requires_grad_() for name in trained])
    # Keras holds out the last ones.
    kept = int(len(part.pixels) * framework.trained_share)
    measure_batches(graph, tensors, framework.shape, kept, part.batch_size)
    images = framework.to_images(part.pixels[:kept])
    is_probability = graph.ends_in_softmax and framework is FRAMEWORKS["keras"]
    torch.manual_seed(part.seed)
    total = 0.0
    for number, (batch, labels) in enumerate(Loader(images, torch.from_numpy(part.labels[:kept]), part.batch_size)):
        optimizer.param_groups[0].update(lr=part.learning_rates[number], eps=framework.epsilon(number + 1))
        optimizer.zero_grad()
        updated: Tensors = {}
        try:
            loss = loss_of(run(graph, tensors, batch, updated), labels, is_probability)
            loss.backward()  # type: ignore[no-untyped-call]
            _update(tensors, updated)
        except (RuntimeError, TypeError) as error:
            raise Unacceptable(
                text("Your network cannot be trained. PyTorch says: {words}", words=str(error).splitlines()[0][:200])
            ) from error
        optimizer.step()
        if not math.isfinite(loss.item()):
            raise Unacceptable(
                text("The loss became NaN (not a number) in step {step} of training.", step=part.first + number + 1)
            )
        total += loss.item() * len(labels)
    return {name: each.detach().contiguous().numpy() for name, each in tensors.items()}, total / max(kept, 1)


def _update(tensors: Tensors, updated: Tensors) -> None:
    """Put new values into buffers."""
    with torch.no_grad():
        for name, value in updated.items():
            if tensors[name].is_floating_point():
                tensors[name].copy_(value)


def distance(one: Weights, other: Weights, names: Sequence[str]) -> float:
    """How far apart two sets of weights are: the Euclidean length of their difference over all named weights."""
    squares = [float(np.square(one[name].astype(np.float64) - other[name]).sum()) for name in names]
    return float(np.sqrt(sum(squares)))


def agrees(graph: Graph, before: Weights, due: Weights, theirs: Weights, framework: Framework) -> bool:
    """Whether the student's weights went the way of the gradient, up to the framework's share of that way.

    Rounding makes two trainings part slowly, another order of the batches faster; another loss, optimiser or start at once.
    """
    names = [each.target for each in graph.weights if each.feed is Feed.PARAMETER]
    return distance(theirs, due, names) <= framework.tolerance * distance(before, due, names)


def chosen(parts: int, rng: np.random.Generator) -> list[int]:
    """Which of the parts after the first the student's code repeats; the first it repeats at once."""
    rest = np.arange(1, parts)
    return sorted(int(each) for each in rng.choice(rest, min(BY_CHANCE, len(rest)), replace=False))
