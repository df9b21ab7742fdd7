"""A network as the trusted side knows it: frozen data that has been looked at, and the reason where one is not accepted."""

from collections.abc import Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Graph:
    """Inputs, operations in the order of computing, and the node whose value is the logits."""

    inputs: tuple[Input, ...]
    nodes: tuple[Node, ...]
    output: str
    constants: Mapping[str, NDArray[Any]]

    @property
    def weights(self) -> tuple[Input, ...]:
        """The inputs that training may change."""
        return tuple(each for each in self.inputs if each.feed in (Feed.PARAMETER, Feed.BUFFER))
