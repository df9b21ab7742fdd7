"""The weights that a training begins with: the grader's, so that none that were brought along count."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.messages import text
from cnnlab.networks.graph import Feed, Graph, Node, Ref, Unacceptable

Arrays = Mapping[str, NDArray[Any]]
LAYERS = ("aten.conv2d.default", "aten.conv2d.padding", "aten.linear.default")
# Keras keeps the kernel of a fully connected layer the other way round, multiplies, and adds the bias.
PRODUCTS = ("aten.matmul.default", "aten.mm.default")
SUMS = ("aten.add.Tensor", "aten.add_.Tensor")
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
    inputs = {each.name: each for each in graph.weights}
    fresh: dict[str, NDArray[Any]] = {}
    for node in graph.nodes:
        for argument, bound, value in _roles(node, given, {name: each.target for name, each in inputs.items()}):
            target = inputs[argument.node].target
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


def _roles(node: Node, given: Arrays, targets: Mapping[str, str]) -> Iterator[tuple[Ref, float, float]]:
    """The weights among a node's arguments, each with the bound of its random values or with the value of all of them."""
    fixed: list[tuple[Any, float]] = []
    bound = 0.0
    if node.operation in LAYERS + PRODUCTS and isinstance(node.args[1], Ref) and node.args[1].node in targets:
        shape = given[targets[node.args[1].node]].shape
        fan_in = int(np.prod(shape[1:])) if node.operation in LAYERS else shape[0]
        bound = 1 / max(fan_in, 1) ** 0.5
        fixed = [(each, 0.0) for each in node.args[1:3]]
    elif node.operation == "aten.batch_norm.default":
        fixed = list(zip(node.args[1:5], (1.0, 0.0, 0.0, 1.0), strict=False))
    elif node.operation in ("aten.group_norm.default", "aten.layer_norm.default"):
        fixed = list(zip(node.args[2:4], (1.0, 0.0), strict=False))
    elif node.operation == "aten.prelu.default":
        fixed = [(node.args[1], SLOPE)]
    elif node.operation in SUMS:
        fixed = [(each, 0.0) for each in node.args[:2]]
    for argument, value in fixed:
        if isinstance(argument, Ref) and argument.node in targets:
            yield argument, bound, value
