"""A network as plain data: a list of ATen operations with their arguments, and what feeds them.

    {"inputs": [[name, kind, target], ...], "nodes": [[name, operation, args, kwargs], ...], "output": name, "constants": {...}}

`kind` is `parameter`, `buffer`, `constant` or `images`; an argument that is another node is {"node": name}.
"""

import logging
from typing import Any

import torch
from torch.export import Dim, ExportedProgram
from torch.export.graph_signature import InputKind

KINDS = {
    InputKind.PARAMETER: "parameter",
    InputKind.BUFFER: "buffer",
    InputKind.CONSTANT_TENSOR: "constant",
    InputKind.USER_INPUT: "images",
}
MAX_WORDS = 400
# They compute nothing, and the trusted side looks for itself.
ASSERTIONS = frozenset({"aten._assert_tensor_metadata.default"})


def export(model: torch.nn.Module, training: bool, shape: tuple[int, ...] = (1, 28, 28)) -> dict[str, Any]:
    """The graph of a network for any number of images of the given shape, as it computes in training or in evaluation.

    Returns:
        The graph, or {"problem": words} where PyTorch cannot trace the network.
    """
    model.train(training)
    # PyTorch logs a page about every network that it cannot trace; here a sentence says so.
    logging.disable(logging.CRITICAL)
    try:
        program = torch.export.export(model, (torch.zeros(2, *shape),), dynamic_shapes=({0: Dim("batch")},))
    except Exception as error:
        # What torch.export raises has no common base; whatever it is, the network has no graph.
        return {"problem": f"{type(error).__name__}: {error}"[:MAX_WORDS]}
    finally:
        logging.disable(logging.NOTSET)
    return _without_whole_numbers(to_plain(program))


def to_plain(program: ExportedProgram) -> dict[str, Any]:
    """An exported program as lists, texts and numbers."""
    inputs, constants = [], {}
    for each in program.graph_signature.input_specs:
        kind = KINDS.get(each.kind, str(each.kind))
        inputs.append([each.arg.name, kind, each.target or ""])
        if kind == "constant" and each.target:
            constants[each.target] = program.constants[each.target].detach().cpu().contiguous().numpy()
    nodes: list[list[Any]] = []
    output = None
    for node in program.graph.nodes:
        if node.op == "call_function" and str(node.target) not in ASSERTIONS:
            nodes.append(
                [node.name, str(node.target), _plain(node.args), {k: _plain(v) for k, v in node.kwargs.items()}]
            )
        elif node.op == "output":
            output = _plain(node.args[0])
    return {"inputs": inputs, "nodes": nodes, "output": output, "constants": constants}


def _without_whole_numbers(graph: dict[str, Any]) -> dict[str, Any]:
    """Keras converts the whole numbers that a Dropout begins with, though nothing computes with them; the grader takes float32 alone."""
    converted = {
        name: args[0]
        for name, operation, args, options in graph["nodes"]
        if operation.startswith("aten.to.") and "torch.int32" in (*args[1:], *options.values())
    }

    def source(value: Any) -> Any:
        while isinstance(value, dict) and value["node"] in converted:
            value = converted[value["node"]]
        return value

    nodes = [node for node in graph["nodes"] if node[0] not in converted]
    output = graph["output"]
    return graph | {
        "nodes": nodes,
        "output": [source(each) for each in output] if isinstance(output, list) else source(output),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, torch.fx.Node):
        return {"node": value.name}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    return str(value)
