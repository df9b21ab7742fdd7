"""What a network must be to be certified: a convolutional one, within its budget of parameters."""

import math
from collections.abc import Mapping, Sequence

from cnnlab.messages import text
from cnnlab.networks.digits import SIDE
from cnnlab.networks.graph import Feed, Graph, Node, Ref, Unacceptable, arguments_of
from cnnlab.networks.operations import IN_PLACE
from cnnlab.networks.replay import Step

CONVOLUTIONS = ("aten.conv2d.default", "aten.conv2d.padding")
WEIGHTED = (*CONVOLUTIONS, "aten.linear.default", "aten.matmul.default", "aten.mm.default")
COUNT = "aten.sym_size.int"
NORMALISATION = "aten.batch_norm.default"
BORDERS = ("aten.pad.default", "aten.constant_pad_nd.default")
# The side of the largest kernel, and the smallest map, of what counts as sliding over the image.
MAX_KERNEL, MIN_MAP = 13, 4


def parameter_count(graph: Graph, shapes: Mapping[str, tuple[int, ...]]) -> int:
    """How many numbers training may change."""
    return sum(math.prod(shapes[each.target]) for each in graph.weights if each.feed is Feed.PARAMETER)


def sliding(graph: Graph, steps: Sequence[Step], shapes: Mapping[str, tuple[int, ...]]) -> set[str]:
    """The convolutions whose kernel is larger than a pixel and has room to move on what it is given, whatever border is laid around.

    A kernel of one pixel mixes channels only, and one nearly as large as its map is a fully connected layer.
    """
    by_name = {step.node.name: step for step in steps}
    found = set()
    for step in steps:
        if step.node.operation not in CONVOLUTIONS or graph.source(step.node.args[1]) is None:
            continue
        size = _kernel(graph, step.node.args[1], by_name, shapes)
        if math.prod(size) > 1 and max(size) <= MAX_KERNEL and _room(step, by_name, size) >= MIN_MAP:
            found.add(step.node.name)
    return found


def _kernel(
    graph: Graph, kernel: Ref, steps: Mapping[str, Step], shapes: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Height and width as the convolution gets them: a weight may have had another shape before it was handed on."""
    if kernel.node in steps:
        return steps[kernel.node].shape[-2:]
    return next(shapes[each.target] for each in graph.weights if each.name == kernel.node)[-2:]


def _room(step: Step, steps: Mapping[str, Step], size: tuple[int, ...]) -> int:
    """On how many places the kernel lies along the shorter side, within what was there before a border was laid around."""
    given = step.node.args[0]
    while given.node in steps and steps[given.node].node.operation in BORDERS:
        given = steps[given.node].node.args[0]
    sides = steps[given.node].shape[-2:] if given.node in steps else (SIDE, SIDE)
    places = (side - length + 1 for side, length in zip(sides, size, strict=False))
    return min(*places, *step.shape[1:])


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
    if count == 0:
        raise Unacceptable(text("Your network has no parameters that training could change."))
    buffers = {each.name for each in graph.weights if each.feed is Feed.BUFFER}
    if any(written(node) - buffers for node in graph.nodes):
        raise Unacceptable(
            text("A batch normalisation of your network must keep its statistics in buffers, as nn.BatchNorm2d does.")
        )
    convolutions = sliding(graph, steps, shapes)
    if convolutions and bypasses(graph, convolutions):
        raise Unacceptable(
            text(
                "Something of the image reaches the last layer without going through a convolution. "
                "Let everything that the last layer gets come through the convolutions."
            )
        )
    if not convolutions:
        raise Unacceptable(
            text(
                "There is no convolution in your network that slides over the image. A network of fully connected layers "
                "alone earns no points for accuracy here: use nn.Conv2d with a kernel such as 3×3."
            )
        )


def written(node: Node) -> set[str]:
    """What a batch normalisation in training writes into: an image's pixels could go anywhere by it, past every convolution."""
    if node.operation != NORMALISATION or node.args[5:6] == (False,):
        return set()
    return {each.node for each in node.args[3:5] if isinstance(each, Ref)}


def bypasses(graph: Graph, convolutions: set[str]) -> bool:
    """Whether anything of the images reaches the logits without going through one of these convolutions."""
    seen = {each.name for each in graph.inputs if each.feed is Feed.IMAGES}
    for node in graph.nodes:
        if node.name in convolutions or node.operation == COUNT or not seen.intersection(arguments_of(node)):
            continue
        seen.add(node.name)
        if node.operation in IN_PLACE:
            seen.add(node.args[0].node)
    return graph.output in seen


def layers_of(graph: Graph) -> list[tuple[object, ...]]:
    """What must be the same in training and in evaluation: the layers with weights, in their order."""
    return [
        (node.operation, source.target, repr(node.args[3:]))
        for node in graph.nodes
        if node.operation in WEIGHTED and len(node.args) > 1 and (source := graph.source(node.args[1])) is not None
    ]
