"""From what a child says is its network to a Graph. Everything is checked; nothing is believed."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab.messages import text
from cnnlab.networks.graph import Feed, Graph, Input, Node, Ref, Unacceptable
from cnnlab.networks.operations import DTYPES, LAYOUTS, OPERATIONS, WORDS
from cnnlab.networks.schema import fits

Weights = Mapping[str, NDArray[Any]]
MAX_NODES = 400
MAX_INPUTS = 400
MAX_NUMBER = 100_000_000
# How torch.export writes the end of a slice that goes to the end.
TO_THE_END = 2**63 - 1
MAX_CONSTANTS = 64
MAX_LIST = 16
MAX_WORD = 120


def read_graph(plain: Any) -> Graph:
    """A graph of plain data as `workbench.export` writes it.

    Raises:
        Unacceptable: where it is no such data, has an operation that is not allowed, or numbers that are too large.
    """
    if isinstance(plain, dict) and isinstance(plain.get("problem"), str):
        raise Unacceptable(_untraceable(plain["problem"]))
    try:
        inputs = _inputs(plain["inputs"])
        names = {each.name for each in inputs}
        nodes = _nodes(plain["nodes"], names)
        known = names | {node.name for node in nodes}
        output, *rest = plain["output"] if isinstance(plain["output"], list) else [plain["output"]]
        buffers = [each.target for each in inputs if each.feed is Feed.BUFFER]
        updates = {name: _ref(each, known).node for name, each in zip(buffers, rest, strict=True)} if rest else {}
        constants = _constants(plain["constants"], inputs)
        graph = Graph(inputs, nodes, _ref(output, known).node, constants, updates)
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise Unacceptable(text("What came back as the exported network is none.")) from error
    if sum(each.feed is Feed.IMAGES for each in graph.inputs) != 1:
        raise Unacceptable(text("The network must take one batch of images and nothing else."))
    return graph


def read_weights(value: Any, like: Weights | None = None) -> Weights:
    """Arrays by name; where there are some to compare with, of the same names, shapes and types.

    Raises:
        Unacceptable: for anything else.
    """
    if not isinstance(value, dict) or not all(
        isinstance(name, str) and isinstance(array, np.ndarray) for name, array in value.items()
    ):
        raise Unacceptable(text("What came back as the trained weights is none."))
    if any(array.dtype not in (np.float32, np.int64, np.int32) for array in value.values()):
        raise Unacceptable(text("The weights of your network must be float32."))
    if like is not None and {n: (a.shape, a.dtype) for n, a in value.items()} != {
        n: (a.shape, a.dtype) for n, a in like.items()
    }:
        raise Unacceptable(text("Training changed which weights the network has, or their shapes."))
    return value


def _untraceable(problem: str) -> Any:
    if "batch" in problem and (
        "pecializ" in problem or "constraint" in problem.lower() or "ConstraintViolation" in problem
    ):
        return text(
            "Your network computes differently for different batch sizes, so it has no single form. "
            "Let `forward` treat every image alike: write x.flatten(1), not a view with a fixed number of images."
        )
    if "DataDependent" in problem or "data-dependent" in problem or "could not guard" in problem.lower():
        return text(
            "Your network decides by looking at the values of the images (an `if` or a loop over pixels, or .item()). "
            "PyTorch cannot export that; compute with layers only."
        )
    return text("PyTorch could not export your network. It says: {words}", words=problem[:300])


def _inputs(plain: Any) -> tuple[Input, ...]:
    if not isinstance(plain, list) or len(plain) > MAX_INPUTS:
        raise ValueError("inputs")
    found = tuple(Input(_word(name), _feed(kind), _word(target)) for name, kind, target in plain)
    if len({each.name for each in found}) != len(found):
        raise ValueError("two inputs of one name")
    return found


def _feed(kind: Any) -> Feed:
    try:
        return Feed(kind)
    except ValueError as error:
        raise Unacceptable(text("The network must take one batch of images and nothing else.")) from error


def _nodes(plain: Any, inputs: set[str]) -> tuple[Node, ...]:
    if not isinstance(plain, list):
        raise TypeError("nodes")
    if len(plain) > MAX_NODES:
        raise Unacceptable(text("Your network has more than {limit} operations.", limit=MAX_NODES))
    known, found = set(inputs), []
    for name, target, args, kwargs in plain:
        operation = _word(target)
        if operation not in OPERATIONS:
            raise Unacceptable(
                text(
                    "Your network uses the operation {operation}, which a certified network may not hold. "
                    "Build it from convolutions, pooling, fully connected layers and activations.",
                    operation=operation.removeprefix("aten."),
                )
            )
        if not isinstance(args, list) or not isinstance(kwargs, dict) or any(map(_holds_ref, kwargs.values())):
            raise TypeError("arguments")
        node = Node(
            _word(name),
            operation,
            tuple(_argument(each, known) for each in args),
            {_word(key): _argument(value, known) for key, value in kwargs.items()},
        )
        if node.name in known:
            raise ValueError("two nodes of one name")
        if not fits(node, OPERATIONS[operation].run):
            raise Unacceptable(
                text(
                    "Your network uses the operation {operation} with arguments that PyTorch does not declare for it.",
                    operation=operation.removeprefix("aten."),
                )
            )
        known.add(node.name)
        found.append(node)
    return tuple(found)


def _holds_ref(value: Any) -> bool:
    """PyTorch hands tensors over by place; by name, the demands on a layer's weights would not find them."""
    return isinstance(value, dict) or (isinstance(value, list) and any(map(_holds_ref, value)))


def _argument(value: Any, known: set[str], depth: int = 0) -> Any:
    if isinstance(value, dict):
        return _ref(value, known)
    if isinstance(value, list) and depth < 2 and len(value) <= MAX_LIST:
        return [_argument(each, known, depth + 1) for each in value]
    if value is None or isinstance(value, bool):
        return value
    if value == TO_THE_END and isinstance(value, int):
        return None
    if isinstance(value, (int, float)):
        # A comparison bears whole numbers of any length; infinity bounds nothing, and NaN is no bound at all.
        if abs(value) <= MAX_NUMBER or (isinstance(value, float) and math.isinf(value)):
            return value
        raise Unacceptable(
            text("Your network holds the number {number}, which is too large.", number=f"{value:,}"[:MAX_WORD])
        )
    if isinstance(value, str):
        if value in DTYPES or value in LAYOUTS:
            return DTYPES.get(value) or LAYOUTS[value]
        if value in WORDS:
            return value
        if value == "cpu":
            return None
        raise Unacceptable(
            text("Your network computes with {kind}; only float32 and plain layouts are certified.", kind=value[:60])
        )
    raise TypeError("argument")


def _ref(value: Any, known: set[str]) -> Ref:
    if not isinstance(value, dict) or list(value) != ["node"] or value["node"] not in known:
        raise ValueError("reference")
    return Ref(value["node"])


def _constants(plain: Any, inputs: tuple[Input, ...]) -> dict[str, np.ndarray[Any, Any]]:
    wanted = {each.target for each in inputs if each.feed is Feed.CONSTANT}
    if not isinstance(plain, dict) or set(plain) != wanted:
        raise ValueError("constants")
    if not all(isinstance(each, np.ndarray) for each in plain.values()):
        raise TypeError("constants")
    if sum(each.size for each in plain.values()) > MAX_CONSTANTS:
        raise Unacceptable(
            text("Your network holds more than {limit} fixed numbers that are no parameters.", limit=MAX_CONSTANTS)
        )
    return {name: np.asarray(each, np.float32) for name, each in plain.items()}


def _word(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MAX_WORD:
        raise ValueError("word")
    return value
