"""Running a graph on the trusted side: first on shapes alone, then on numbers, with gradients where they are wanted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from cnnlab.messages import text
from cnnlab.networks.digits import CLASSES, SIDE
from cnnlab.networks.graph import Feed, Graph, Node, Ref, Unacceptable, arguments_of
from cnnlab.networks.operations import IN_PLACE, OPERATIONS, tensors_of

# For one image. The lecture's network takes 2.6 million multiplications and 21,632 values at most.
MAX_WORK = 100_000_000
MAX_VALUES = 200_000
# All values together: training keeps them for the way back.
MAX_HELD = 1_500_000
MAX_EXTENT = 1_000_000
PROBE = 3
IMAGE = (1, SIDE, SIDE)

Tensors = dict[str, torch.Tensor]


@dataclass(frozen=True)
class Step:
    """What a node came to for a batch of PROBE images: the shape of its value, without the batch, and its work for one image."""

    node: Node
    shape: tuple[int, ...]
    work: int


def to_tensors(arrays: Mapping[str, NDArray[Any]], trained: bool = False) -> Tensors:
    """Weights for a replay, laid out as the student's process lays them out; floating ones want gradients where `trained`."""
    found = {}
    for name, array in arrays.items():
        tensor = torch.from_numpy(np.array(array))
        if tensor.ndim == 4:
            # Not `contiguous`, which leaves a kernel of one channel as it is, and with it where dropout drops.
            tensor = tensor.to(memory_format=torch.channels_last)
        found[name] = tensor.requires_grad_(trained and tensor.is_floating_point())
    return found


def run(graph: Graph, weights: Tensors, images: torch.Tensor, updated: Tensors | None = None) -> torch.Tensor:
    """The logits, of shape (N, 10). What training makes of buffers is put into `updated`.

    Values are let go after their last use: a batch of them fills much memory.

    Raises:
        Unacceptable: where the operations do not fit together.
    """
    values = _fed(graph, weights, images)
    kept = {graph.output, *graph.updates.values()}
    last = {name: number for number, node in enumerate(graph.nodes) for name in arguments_of(node)}
    for number, node in enumerate(graph.nodes):
        _step(node, values)
        for name in arguments_of(node):
            if last[name] == number and name not in kept:
                values.pop(name, None)
    if updated is not None:
        updated.update({target: values[name] for target, name in graph.updates.items()})
    result: torch.Tensor = values[graph.output]
    return result


def _step(node: Node, values: dict[str, Any]) -> Any:
    """Compute a node. What changes its argument gives a new value, which the argument's name stands for from then on.

    So nothing that was handed in is ever changed: no weight, no constant, no image.
    """
    result = values[node.name] = _apply(node, values)
    if node.operation in IN_PLACE:
        values[node.args[0].node] = result
    return result


def measure_batches(graph: Graph, weights: Tensors, image: tuple[int, ...], images: int, batch: int) -> None:
    """Demand that a graph stays within its limits for batches of this size, and for the rest of so many images.

    What is small for a few images may not be so for hundreds: an outer product grows with their square.

    Raises:
        Unacceptable: as `measure`.
    """
    shapes = {name: tuple(each.shape) for name, each in weights.items()}
    for count in {min(batch, images), images % batch} - {0}:
        measure(graph, shapes, image, count)


def measure(
    graph: Graph, shapes: Mapping[str, tuple[int, ...]], image: tuple[int, ...] = IMAGE, count: int = PROBE
) -> list[Step]:
    """Every node's shape and work, found without computing: PyTorch's meta device follows shapes only.

    Raises:
        Unacceptable: where shapes do not fit, the work or a value is enormous, or what comes out is not (N, 10).
    """
    weights = {name: torch.empty(shape, device="meta") for name, shape in shapes.items()}
    for each in graph.weights:
        if each.target not in weights:
            raise Unacceptable(text("The exported network has a weight without a value: {name}.", name=each.target))
    values = _fed(graph, weights, torch.empty(count, *image, device="meta"))
    steps, total, held = [], 0, 0
    for node in graph.nodes:
        result = _step(node, values)
        work = _work(node, values, result) // count
        total += work
        shapes_now = [tuple(each.shape) for each in tensors_of(result)]
        if any(0 in shape or max(shape, default=1) > MAX_EXTENT for shape in shapes_now):
            raise Unacceptable(text("Your network holds a value without elements, or one that is far too long."))
        largest = max((each.numel() for each in tensors_of(result)), default=0) // count
        held += largest
        if total > MAX_WORK or largest > MAX_VALUES or held > MAX_HELD:
            raise Unacceptable(
                text(
                    "Your network is too large: one image takes more than {work} multiplications or {values} values at once.",
                    work=f"{MAX_WORK:,}",
                    values=f"{MAX_VALUES:,}",
                )
            )
        first = tensors_of(result)[:1]
        steps.append(Step(node, tuple(first[0].shape[1:]) if first else (), work))
    result = values[graph.output]
    if not isinstance(result, torch.Tensor) or tuple(result.shape) != (count, CLASSES):
        shape = tuple(result.shape) if isinstance(result, torch.Tensor) else "?"
        raise Unacceptable(
            text(
                "For {count} images the network gives {shape} instead of {due}: ten logits for each image.",
                count=count,
                shape=str(shape),
                due=str((count, CLASSES)),
            )
        )
    return steps


def _fed(graph: Graph, weights: Tensors, images: torch.Tensor) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for each in graph.inputs:
        if each.feed is Feed.IMAGES:
            values[each.name] = images
        elif each.feed is Feed.CONSTANT:
            constant = torch.from_numpy(np.array(graph.constants[each.target]))
            values[each.name] = constant.to(images.device)
        else:
            values[each.name] = weights[each.target]
    return values


def _apply(node: Node, values: dict[str, Any]) -> Any:
    arguments = {
        name: _filled(value, values) for name, value in node.kwargs.items() if name not in ("device", "pin_memory")
    }
    try:
        return OPERATIONS[node.operation].run(*_filled(node.args, values), **arguments)
    except (
        ArithmeticError,
        AssertionError,
        AttributeError,
        LookupError,
        MemoryError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        raise Unacceptable(
            text(
                "Your network cannot be computed again: {operation} fails with {words}",
                operation=node.operation.removeprefix("aten."),
                words=str(error).splitlines()[0][:200] if str(error) else type(error).__name__,
            )
        ) from error


def _work(node: Node, values: dict[str, Any], result: Any) -> int:
    try:
        return OPERATIONS[node.operation].work(_filled(node.args, values), result)
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        raise Unacceptable(text("What came back as the exported network is none.")) from error


def _filled(value: Any, values: dict[str, Any]) -> Any:
    if isinstance(value, Ref):
        return values[value.node]
    if isinstance(value, list):
        return [_filled(each, values) for each in value]
    if isinstance(value, tuple):
        return tuple(_filled(each, values) for each in value)
    return value
