"""Whether arguments are what an operation takes: PyTorch reads an integer as a type or a layout, and memory that is not there."""

from typing import Any

import torch

from cnnlab.networks.graph import Node, Ref

Kind = str
SIMPLE: dict[Kind, tuple[type, ...]] = {
    "ScalarType": (torch.dtype,),
    "Layout": (torch.layout,),
    "MemoryFormat": (torch.memory_format,),
    "Device": (),
    "str": (str,),
    "bool": (bool,),
    "float": (int, float),
    "number": (int, float),
    "int": (int,),
}


# The second operand of arithmetic: x + 1 and x * 0.5 are exported with a number where the schema names a tensor.
SECOND = "other"


def fits(node: Node, operation: Any) -> bool:
    """Whether a node's arguments are of the kinds that PyTorch's own schema of the operation names."""
    schema = getattr(operation, "_schema", None)
    if schema is None:
        return True  # ours, which looks for itself
    declared = list(schema.arguments)
    by_place = [each for each in declared if not each.kwarg_only]
    by_name = {each.name: each for each in declared}
    if len(node.args) > len(by_place) or not set(node.kwargs) <= set(by_name):
        return False
    pairs = [*zip(by_place, node.args, strict=False), *((by_name[name], value) for name, value in node.kwargs.items())]
    return all(
        _is(str(each.real_type), value) or (each.name == SECOND and _is("number", value)) for each, value in pairs
    )


def _is(kind: Kind, value: Any) -> bool:
    if kind.startswith("Optional["):
        return value is None or _is(kind.removeprefix("Optional[").removesuffix("]"), value)
    if kind.startswith("List["):
        inner = kind.removeprefix("List[").removesuffix("]")
        # One number stands for as many as are wanted.
        return (
            all(_is(inner, each) for each in value) if isinstance(value, list) else inner == "int" and _is(inner, value)
        )
    if kind == "Tensor":
        return isinstance(value, Ref)
    if kind == "int" and isinstance(value, Ref):
        return True  # a number of images
    if kind in ("int", "float", "number") and isinstance(value, bool):
        return False
    return isinstance(value, SIMPLE.get(kind, ()))
