"""The layers of a graph, as a person would list them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from cnnlab.course import LayerOfNetwork
from cnnlab.networks.graph import HANDED_ON, Feed, Graph
from cnnlab.networks.operations import OPERATIONS
from cnnlab.networks.replay import Step

PRODUCT = "fully connected"


def describe(graph: Graph, steps: Sequence[Step], shapes: Mapping[str, tuple[int, ...]]) -> tuple[LayerOfNetwork, ...]:
    """The layers of a graph in the order of computing."""
    parameters = {each.target for each in graph.weights if each.feed is Feed.PARAMETER}
    found: list[LayerOfNetwork] = []
    counted: set[str] = set()
    for step in steps:
        kind = OPERATIONS[step.node.operation].layer
        sources = [source.target for source in map(graph.source, step.node.args) if source is not None]
        own = (
            [name for name in dict.fromkeys(sources) if name in parameters - counted]
            if step.node.operation not in HANDED_ON
            else []
        )
        counted.update(own)
        count = sum(math.prod(shapes[name]) for name in own)
        if kind:
            found.append(LayerOfNetwork(kind, step.shape, count))
        elif own and found and step.node.operation.startswith("aten.add"):
            # A bias that is added by itself belongs to the layer before.
            found[-1] = replace(found[-1], parameters=found[-1].parameters + count)
        elif own:
            found.append(
                LayerOfNetwork(
                    PRODUCT if len(step.shape) == 1 else step.node.operation.split(".")[1], step.shape, count
                )
            )
    return tuple(found)
