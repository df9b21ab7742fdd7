"""The weights that a training begins with: the grader's, so that none that were brought along count."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.messages import text
from cnnlab.networks.graph import Feed, Graph, Node, Source, Unacceptable

Arrays = Mapping[str, NDArray[Any]]
LAYERS = ("aten.conv2d.default", "aten.conv2d.padding", "aten.linear.default")
# Keras keeps the kernel of a fully connected layer the other way round, multiplies, and adds the bias.
PRODUCTS = ("aten.matmul.default", "aten.mm.default")
SUMS = ("aten.add.Tensor", "aten.add_.Tensor")
# Scales of a normalisation that is spelt out.
SCALES = ("aten.mul.Tensor", "aten.mul_.Tensor")
SLOPE = 0.25


def initial_weights(graph: Graph, given: Arrays, rng: np.random.Generator) -> dict[str, NDArray[Any]]:
    """Fresh values for every weight, drawn as PyTorch draws them: uniform within 1/sqrt(fan_in) (as in torch.nn.Linear).

    Args:
        graph: the network as it computes in training.
        given: the weights that the student's process has; only their names, shapes and types matter.
        rng: the grader's.

    Raises:
        Unacceptable: where a parameter has no known role.
    """
    fresh: dict[str, NDArray[Any]] = {}
    for node in graph.nodes:
        for target, bound, value in _roles(graph, node, given):
            if target not in fresh:
                like = given[target]
                values = rng.uniform(-bound, bound, like.shape) if bound else np.full(like.shape, value)
                fresh[target] = values.astype(like.dtype)
    for each in graph.weights:
        if each.target not in fresh and each.feed is Feed.PARAMETER:
            raise Unacceptable(
                text("The parameter {name} belongs to no layer that the grader knows how to start.", name=each.target)
            )
    return {each.target: fresh.get(each.target, np.zeros_like(given[each.target])) for each in graph.weights}


def _roles(graph: Graph, node: Node, given: Arrays) -> Iterator[tuple[str, float, float]]:
    """The weights among a node's arguments, each with the bound of its random values or with the value of all of them."""
    fixed: list[tuple[Any, float]] = []
    bound = 0.0
    kernel = graph.source(node.args[1]) if len(node.args) > 1 else None
    if node.operation in LAYERS + PRODUCTS and kernel is not None:
        bound = 1 / max(_fan_in(node, kernel, given[kernel.target].shape), 1) ** 0.5
        fixed = [(each, 0.0) for each in node.args[1:3]]
    elif node.operation == "aten.batch_norm.default":
        fixed = list(zip(node.args[1:5], (1.0, 0.0, 0.0, 1.0), strict=False))
    elif node.operation in ("aten.group_norm.default", "aten.layer_norm.default"):
        fixed = list(zip(node.args[2:4], (1.0, 0.0), strict=False))
    elif node.operation == "aten.prelu.default":
        fixed = [(node.args[1], SLOPE)]
    elif node.operation in SUMS:
        fixed = [(each, 0.0) for each in node.args[:2]]
    elif node.operation in SCALES:
        fixed = [(each, 1.0) for each in node.args[:2]]
    for argument, value in fixed:
        source = graph.source(argument)
        if source is not None:
            yield source.target, bound, value


def _fan_in(node: Node, kernel: Source, shape: tuple[int, ...]) -> int:
    """How many values a unit adds up. Keras keeps its outputs on the last axis, PyTorch on the first."""
    outputs = shape[-1] if kernel.permuted != (node.operation in PRODUCTS) else shape[0]
    return int(np.prod(shape)) // max(outputs, 1)
