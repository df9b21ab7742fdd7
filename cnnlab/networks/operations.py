"""The operations that a certified network may be made of, and what one of them costs.

All of them compute with numbers. None looks values up, compares, sorts, or makes random numbers beyond dropout's, so a graph
cannot hold a table of known images.
"""

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import torch

aten = torch.ops.aten
Work = Callable[[tuple[Any, ...], Any], int]
# The largest number that a graph may count to, and into how many parts it may cut a value.
MAX_COUNT = 100_000_000
MAX_PARTS = 64


@dataclass(frozen=True)
class Operation:
    """How an operation is run, how many multiplications it takes, and what a person calls it, where it makes a layer."""

    run: Callable[..., Any]
    work: Work
    layer: str = ""


def _elements(_: tuple[Any, ...], result: Any) -> int:
    return sum(int(each.numel()) for each in tensors_of(result))


def _convolution(args: tuple[Any, ...], result: Any) -> int:
    kernel: int = math.prod(args[1].shape[1:])
    return int(result.numel()) * kernel


def _product(args: tuple[Any, ...], result: Any) -> int:
    return int(result.numel()) * int(args[0].shape[-1])


def _product_after_sum(args: tuple[Any, ...], result: Any) -> int:
    return _product(args[1:], result)


def _window(args: tuple[Any, ...], result: Any) -> int:
    sizes = args[1] if isinstance(args[1], list) else [args[1]]
    area: int = math.prod(each**2 if len(sizes) == 1 else each for each in sizes)
    return _elements(args, result) * area


def _counting(operate: Callable[[int, int], int]) -> Callable[[Any, Any], int]:
    """Arithmetic on numbers of images: texts and lists would grow by it, and numbers without end."""

    def run(one: Any, other: Any) -> int:
        if type(one) is not int or type(other) is not int:
            raise TypeError("only whole numbers are counted with")
        result = operate(one, other)
        if abs(result) > MAX_COUNT:
            raise OverflowError(f"a number is larger than {MAX_COUNT:,}")
        return result

    return run


def _chunk(tensor: torch.Tensor, parts: int, dim: int = 0) -> Any:
    _few(parts)
    return aten.chunk.default(tensor, parts, dim)


def _split(tensor: torch.Tensor, size: int, dim: int = 0) -> Any:
    _few(tensor.size(dim) // max(size, 1))
    return aten.split.Tensor(tensor, size, dim)


def _part(values: Any, number: int) -> Any:
    # Of what an operation gave; an element of a tensor would be a table to look things up in.
    if not isinstance(values, (list, tuple)) or type(number) is not int:
        raise TypeError("only one of several values can be taken")
    return values[number]


def _few(parts: int) -> None:
    if parts > MAX_PARTS:
        raise ValueError(f"a value is cut into more than {MAX_PARTS} parts")


def _nothing(_: tuple[Any, ...], __: Any) -> int:
    return 0


def _whole(args: tuple[Any, ...], _: Any) -> int:
    return int(args[0].numel())


def tensors_of(value: Any) -> list[torch.Tensor]:
    if isinstance(value, torch.Tensor):
        return [value]
    return [each for each in value if isinstance(each, torch.Tensor)] if isinstance(value, (list, tuple)) else []


def _named(name: str) -> Callable[..., Any]:
    packet, overload = name.split(".")[1:]
    found: Callable[..., Any] = getattr(getattr(aten, packet), overload)
    return found


def _table(layer: str, work: Work, *names: str) -> dict[str, Operation]:
    return {name: Operation(_named(name), work, layer) for name in names}


OPERATIONS: dict[str, Operation] = {
    **_table("convolution", _convolution, "aten.conv2d.default", "aten.conv2d.padding"),
    **_table("max pooling", _window, "aten.max_pool2d.default"),
    **_table("average pooling", _window, "aten.avg_pool2d.default"),
    **_table(
        "global pooling", _whole, "aten.adaptive_avg_pool2d.default", "aten.adaptive_max_pool2d.default",
    ),
    **_table("fully connected", _product, "aten.linear.default"),
    **_table("", _product, "aten.matmul.default", "aten.mm.default"),
    **_table("", _product_after_sum, "aten.addmm.default"),
    **_table("ReLU", _elements, "aten.relu.default", "aten.relu_.default"),
    **_table(
        "activation", _elements,
        "aten.leaky_relu.default", "aten.leaky_relu_.default", "aten.elu.default", "aten.elu_.default",
        "aten.gelu.default", "aten.silu.default", "aten.silu_.default", "aten.hardtanh.default", "aten.hardtanh_.default",
        "aten.relu6.default", "aten.hardswish.default", "aten.hardswish_.default", "aten.mish.default", "aten.prelu.default",
        "aten.sigmoid.default", "aten.sigmoid_.default", "aten.tanh.default", "aten.tanh_.default", "aten.softplus.default",
        "aten.selu.default", "aten.selu_.default", "aten.clamp_min.default", "aten.clamp.default",
    ),
    **_table("softmax", _elements, "aten.softmax.int", "aten.log_softmax.int", "aten._softmax.default"),
    **_table("normalisation", _elements, "aten.batch_norm.default", "aten.group_norm.default", "aten.layer_norm.default"),
    **_table("dropout", _elements, "aten.dropout.default", "aten.dropout_.default", "aten.feature_dropout.default"),
    **_table("flatten", _elements, "aten.flatten.using_ints"),
    **_table(
        "", _elements,
        "aten.reshape.default", "aten._unsafe_view.default", "aten.permute.default",
        "aten.transpose.int", "aten.t.default", "aten.contiguous.default", "aten.clone.default", "aten.detach.default",
        "aten.alias.default", "aten.unsqueeze.default", "aten.squeeze.default", "aten.squeeze.dim", "aten.squeeze.dims",
        "aten.add.Tensor", "aten.add_.Tensor", "aten.add.Scalar", "aten.sub.Tensor", "aten.mul.Tensor", "aten.mul.Scalar",
        "aten.div.Tensor", "aten.neg.default", "aten.rsqrt.default", "aten.sqrt.default", "aten.exp.default",
        "aten.abs.default", "aten.square.default", "aten.pow.Tensor_Scalar", "aten.mul_.Tensor", "aten.sub_.Tensor",
        "aten.div_.Tensor", "aten.subtract.Tensor", "aten.divide.Tensor", "aten.multiply.Tensor", "aten.maximum.default",
        "aten.rsqrt_.default", "aten.cat.default", "aten.pad.default", "aten.constant_pad_nd.default",
        "aten.to.dtype", "aten.to.dtype_layout", "aten._to_copy.default", "aten.lift_fresh_copy.default",
        "aten.expand.default", "aten.select.int", "aten.slice.Tensor",
    ),
    **_table(
        "", _whole, "aten.mean.dim", "aten.mean.default", "aten.sum.dim_IntList", "aten.amax.default", "aten.max.dim",
    ),
    "aten.chunk.default": Operation(_chunk, _elements),
    "aten.split.Tensor": Operation(_split, _elements),
    # Channels lie last here, where a student's view(-1, 1600) would be refused.
    "aten.view.default": Operation(aten.reshape.default, _elements),
    "aten.sym_size.int": Operation(lambda tensor, dim: tensor.size(dim), _nothing),
    "<built-in function getitem>": Operation(_part, _nothing),
    "<built-in function mul>": Operation(_counting(operator.mul), _nothing),
    "<built-in function add>": Operation(_counting(operator.add), _nothing),
    "<built-in function floordiv>": Operation(_counting(operator.floordiv), _nothing),
}  # fmt: skip
# Those that change their first argument are run by the operation that gives a new value; `replay` puts it in the place of the old.
IN_PLACE = frozenset(name for name in OPERATIONS if name.split(".")[1:2] and name.split(".")[1].endswith("_"))
for _name in IN_PLACE:
    _packet, _overload = _name.split(".")[1:]
    OPERATIONS[_name] = replace(OPERATIONS[_name], run=_named(f"aten.{_packet[:-1]}.{_overload}"))
DTYPES = {"torch.float32": torch.float32, "torch.float": torch.float32}
LAYOUTS = {
    "torch.contiguous_format": torch.contiguous_format,
    "torch.channels_last": torch.channels_last,
    "torch.preserve_format": torch.preserve_format,
    "torch.strided": torch.strided,
}
# Texts that are arguments of an operation and no dtype or layout.
WORDS = frozenset({"same", "valid", "constant", "reflect", "replicate", "none", "tanh"})
