"""Training a part again on the trusted side, to see that the student's weights came of training and of nothing else.

Every part of a training begins with known weights and a fresh optimiser and meets known batches, so what comes of it is known.
Weights that were brought along would have to appear in some part; there the way that the student's weights went differs
from the way they go when they follow the gradient.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from cnnlab.networks.framework import FRAMEWORKS, Framework, loss_of
from cnnlab.networks.graph import Feed, Graph
from cnnlab.networks.replay import measure_batches, run, to_tensors
from cnnlab.networks.workbench.batches import Loader

Weights = Mapping[str, NDArray[Any]]


@dataclass(frozen=True)
class Part:
    """What a part of a training was given."""

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    batch_size: int
    learning_rates: Sequence[float]
    seed: int


def train_again(graph: Graph, weights: Weights, part: Part, framework: Framework) -> dict[str, NDArray[Any]]:
    """The weights that come of a part by the textbook's loop: mean cross-entropy, its gradient, one step of Adam."""
    tensors = to_tensors(weights)
    trained = [each.target for each in graph.weights if each.feed is Feed.PARAMETER]
    for name in trained:
        tensors[name].requires_grad_()
    optimizer = torch.optim.Adam([tensors[name] for name in trained], lr=part.learning_rates[0], eps=framework.epsilon)
    # Keras holds out the last ones.
    kept = int(len(part.pixels) * framework.trained_share)
    measure_batches(graph, tensors, framework.shape, kept, part.batch_size)
    images = framework.to_images(part.pixels[:kept])
    is_probability = graph.ends_in_softmax and framework is FRAMEWORKS["keras"]
    torch.manual_seed(part.seed)
    for number, (batch, labels) in enumerate(Loader(images, torch.from_numpy(part.labels[:kept]), part.batch_size)):
        optimizer.param_groups[0]["lr"] = part.learning_rates[number]
        optimizer.zero_grad()
        loss = loss_of(run(graph, tensors, batch), labels, is_probability)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return {name: each.detach().contiguous().numpy() for name, each in tensors.items()}


def distance(one: Weights, other: Weights, names: Sequence[str]) -> float:
    """How far apart two sets of weights are: the Euclidean length of their difference over all named weights."""
    squares = [float(np.square(one[name].astype(np.float64) - other[name]).sum()) for name in names]
    return float(np.sqrt(sum(squares)))


def follows_gradient(graph: Graph, before: Weights, after: Weights, part: Part, framework: Framework) -> bool:
    """Whether the student's weights went the way of the gradient, up to the framework's share of that way.

    Rounding makes two trainings part slowly, another order of the batches faster; another loss, optimiser or start at once.
    """
    names = [each.target for each in graph.weights if each.feed is Feed.PARAMETER]
    due = train_again(graph, before, part, framework)
    return distance(after, due, names) <= framework.tolerance * distance(before, due, names)


def chosen(moves: Sequence[float], rng: np.random.Generator) -> list[int]:
    """Which parts to train again: the first, the one with the longest way, and one by chance.

    A jump shows by its length; many small cheats are met by chance, as nobody knows beforehand which part it will be.
    """
    if not moves:
        return []
    rest = range(1, len(moves))
    longest = max(rest, key=lambda number: moves[number], default=0)
    others = [number for number in rest if number != longest]
    by_chance = [int(rng.choice(others))] if others else []
    return sorted({0, longest, *by_chance})
