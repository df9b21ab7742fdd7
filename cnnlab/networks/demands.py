"""What a network must be to be certified: a convolutional one, within its budget of parameters."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cnnlab.messages import text
from cnnlab.networks.graph import Feed, Graph, Node, Ref, Unacceptable
from cnnlab.networks.replay import Step

CONVOLUTIONS = ("aten.conv2d.default", "aten.conv2d.padding")
# A network whose convolutions see nothing guesses: one image in ten is right by luck.
MAX_BLIND = 0.5


def parameter_count(graph: Graph, shapes: Mapping[str, tuple[int, ...]]) -> int:
    """How many numbers training may change."""
    return sum(math.prod(shapes[each.target]) for each in graph.weights if each.feed is Feed.PARAMETER)


def sliding(graph: Graph, steps: Sequence[Step], shapes: Mapping[str, tuple[int, ...]]) -> set[str]:
    """The convolutions whose kernel is larger than a pixel and visits more than one place.

    A kernel of one pixel mixes channels only, and one as large as the image is a fully connected layer.
    """
    found = set()
    for step in steps:
        kernel = graph.source(step.node.args[1]) if step.node.operation in CONVOLUTIONS else None
        if kernel is None:
            continue
        shape = shapes[kernel.target]
        size = shape[:2] if kernel.permuted else shape[2:]
        if math.prod(size) > 1 and math.prod(step.shape[1:]) > 1:
            found.add(step.node.name)
    return found


def demand(graph: Graph, steps: Sequence[Step], shapes: Mapping[str, tuple[int, ...]], max_parameters: int) -> None:
    """Accept a convolutional network within the budget.

    Raises:
        Unacceptable: for any other.
    """
    count = parameter_count(graph, shapes)
    if count > max_parameters:
        raise Unacceptable(
            text(
                "Your network has {count} parameters; at most {limit} are allowed.",
                count=f"{count:,}",
                limit=f"{max_parameters:,}",
            )
        )
    if not sliding(graph, steps, shapes):
        raise Unacceptable(
            text(
                "There is no convolution in your network that slides over the image. A network of fully connected layers "
                "alone earns no points for accuracy here: use nn.Conv2d with a kernel such as 3×3."
            )
        )


def blinded(graph: Graph, convolutions: set[str]) -> Graph:
    """The same network, whose convolutions see nothing: each gives zeros. What it still knows, it knows without them."""
    nodes: list[Node] = []
    for node in graph.nodes:
        if node.name in convolutions:
            seen = replace(node, name=f"{node.name} seen")
            nodes += [seen, Node(node.name, "aten.mul.Scalar", (Ref(seen.name), 0.0), {})]
        else:
            nodes.append(node)
    return replace(graph, nodes=tuple(nodes))
