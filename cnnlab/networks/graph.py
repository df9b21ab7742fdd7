"""A network as the trusted side knows it: frozen data that has been looked at, and the reason where one is not accepted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from numpy.typing import NDArray

from cnnlab.messages import Text


class Unacceptable(Exception):
    """A graph is not taken; `reason` tells the student why. It is a value to the caller, who makes a refusal of it."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason)
        self.reason = reason


class Feed(Enum):
    """What feeds an input of a graph."""

    PARAMETER = "parameter"
    BUFFER = "buffer"
    CONSTANT = "constant"
    IMAGES = "images"


@dataclass(frozen=True)
class Ref:
    """An argument that is the value of another node."""

    node: str


@dataclass(frozen=True)
class Input:
    """An input of the graph: `target` is the name of the parameter, buffer or constant that feeds it."""

    name: str
    feed: Feed
    target: str


@dataclass(frozen=True)
class Node:
    """One operation. Arguments are Ref, int, float, bool, None, str, or lists of them."""

    name: str
    operation: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]


# What hands a weight on to a layer, in another layout at most.
HANDED_ON = frozenset(
    f"aten.{name}"
    for name in [
        "permute.default",
        "transpose.int",
        "t.default",
        "to.dtype",
        "to.dtype_layout",
        "_to_copy.default",
        "contiguous.default",
        "clone.default",
        "detach.default",
        "alias.default",
        "reshape.default",
        "view.default",
        "lift_fresh_copy.default",
    ]
)


@dataclass(frozen=True)
class Source:
    """A weight as an argument: `permuted` where a layer gets it with its axes in another order, as Keras's kernels are."""

    target: str
    permuted: bool


@dataclass(frozen=True)
class Graph:
    """Inputs, operations in the order of computing, and the node whose value is the logits.

    `updates` names the node whose value a buffer has afterwards, where training changes buffers by returning them, as Keras does.
    """

    inputs: tuple[Input, ...]
    nodes: tuple[Node, ...]
    output: str
    constants: Mapping[str, NDArray[Any]]
    updates: Mapping[str, str] = field(default_factory=dict)

    @property
    def weights(self) -> tuple[Input, ...]:
        """The inputs that training may change."""
        return tuple(each for each in self.inputs if each.feed in (Feed.PARAMETER, Feed.BUFFER))

    def source(self, argument: Any) -> Source | None:
        """The weight that an argument is, straight or handed on; None where it is something else."""
        targets = {each.name: each.target for each in self.weights}
        nodes = {each.name: each for each in self.nodes}
        permuted = False
        while isinstance(argument, Ref):
            if argument.node in targets:
                return Source(targets[argument.node], permuted)
            node = nodes.get(argument.node)
            if node is None or node.operation not in HANDED_ON or not node.args:
                return None
            permuted = permuted or node.operation in ("aten.permute.default", "aten.transpose.int", "aten.t.default")
            argument = node.args[0]
        return None

    @property
    def ends_in_softmax(self) -> bool:
        """Whether what comes out are probabilities."""
        nodes = {each.name: each for each in self.nodes}
        node = nodes.get(self.output)
        while node is not None and node.operation in HANDED_ON and node.args and isinstance(node.args[0], Ref):
            node = nodes.get(node.args[0].node)
        return node is not None and node.operation in ("aten.softmax.int", "aten._softmax.default")


def arguments_of(node: Node) -> list[str]:
    """The nodes and inputs whose values a node takes."""

    def found(value: Any) -> list[str]:
        if isinstance(value, Ref):
            return [value.node]
        return [name for each in value for name in found(each)] if isinstance(value, (list, tuple)) else []

    return [*found(node.args), *found(list(node.kwargs.values()))]
