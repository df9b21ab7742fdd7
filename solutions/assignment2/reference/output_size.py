"""Sizes, shapes and counts: what a network's layer list tells before a single weight is learned."""

import math
from collections.abc import Iterator
from typing import Any

Size = int | tuple[int, int]
Shape = tuple[int, ...]
Layer = dict[str, Any]

POOLS = ("max_pool", "avg_pool")
TYPES = ("conv", *POOLS, "relu", "flatten", "linear")


def conv_output_size(input_size: int, kernel_size: int, stride: int = 1, padding: int = 0) -> int:
    """Return how many positions a kernel takes along one axis: floor((W - F + 2P) / S) + 1.

    Source: Dumoulin and Visin, "A guide to convolution arithmetic for deep learning" (2016), relationship 6.
    Raises ValueError where a size is not an int, is too small, or the kernel exceeds the padded input.
    """
    _check_axis(input_size, kernel_size, stride, padding)
    return (input_size - kernel_size + 2 * padding) // stride + 1


def same_padding(kernel_size: int) -> int:
    """Return the padding with which a stride of 1 keeps the size: (F - 1) / 2, for odd F only.

    Source: Dumoulin and Visin (2016), relationship 3.
    Raises ValueError where kernel_size is not an odd int >= 1.
    """
    _check_ints("same_padding", 1, kernel_size=kernel_size)
    if kernel_size % 2 == 0:
        raise ValueError(f"same_padding: kernel_size={kernel_size} is even; only an odd kernel can keep the size")
    return (kernel_size - 1) // 2


def conv_parameter_count(in_channels: int, out_channels: int, kernel_size: Size, bias: bool = True) -> int:
    """Return kH * kW * C_in * C_out weights, plus C_out biases where `bias` is true.

    Every filter reaches through all input channels and has one bias.
    Raises ValueError where a size is not an int >= 1.
    """
    _check_ints("conv_parameter_count", 1, in_channels=in_channels, out_channels=out_channels)
    height, width = _pair("conv_parameter_count", 1, "kernel_size", kernel_size)
    weights_per_filter = height * width * in_channels
    return out_channels * (weights_per_filter + (1 if bias else 0))


def linear_parameter_count(in_features: int, out_features: int, bias: bool = True) -> int:
    """Return in * out weights, plus one bias for every output where `bias` is true.

    Raises ValueError where a size is not an int >= 1.
    """
    _check_ints("linear_parameter_count", 1, in_features=in_features, out_features=out_features)
    return out_features * (in_features + (1 if bias else 0))


def trace_shapes(input_shape: tuple[int, int, int], layers: list[Layer]) -> list[Shape]:
    """Return the input's shape (C, H, W), then the shape after every layer; once flat it is (features,).

    Raises ValueError that says which layer cannot work on the shape it meets, and names the argument to mend.
    """
    _check_layers("trace_shapes", layers)
    shapes = [_image_shape(input_shape)]
    for index, layer in enumerate(layers):
        try:
            shapes.append(_next_shape(shapes[-1], layer))
        except ValueError as error:
            raise ValueError(f"trace_shapes: layers[{index}]: {error}") from error
    return shapes


def receptive_field(layers: list[Layer]) -> int:
    """Return the side, in input pixels, of what one value behind the last layer sees.

    Each layer adds (k - 1) jumps; the jump from one value it reads to the next is the product of all strides
    before it. The count stops at the first flatten or linear layer, which sees the whole image.
    Source: Araujo, Norris and Sim, "Computing receptive fields of convolutional neural networks" (2019).
    Raises ValueError where a size is not an int >= 1.
    """
    field, jump = 1, 1
    for kernel_size, stride in _windows(layers):
        field += (kernel_size - 1) * jump
        jump *= stride
    return field


def _windows(layers: list[Layer]) -> Iterator[tuple[int, int]]:
    """Yield kernel_size and stride of every sliding layer before the first that sees the whole image."""
    _check_layers("receptive_field", layers)
    for layer in layers:
        kind = _type(layer)
        if kind in ("flatten", "linear"):
            return
        if kind != "relu":
            kernel_size, stride = layer.get("kernel_size"), _stride(layer)
            _check_ints(f"receptive_field: {kind}", 1, kernel_size=kernel_size, stride=stride)
            yield layer["kernel_size"], stride


def _next_shape(shape: Shape, layer: Layer) -> Shape:
    kind = _type(layer)
    if kind == "relu":
        return shape
    if kind == "flatten":
        return (math.prod(shape),)
    if kind == "linear":
        if len(shape) != 1:
            raise ValueError(f"linear needs a flat input and meets {shape}; put a flatten layer first")
        _check_ints(kind, 1, out_features=layer.get("out_features"))
        return (layer["out_features"],)
    if len(shape) != 3:
        raise ValueError(f"{kind} needs (C, H, W) and meets {shape}; put it before the flatten layer")
    if kind == "conv":
        _check_ints(kind, 1, out_channels=layer.get("out_channels"))
        return (layer["out_channels"], *_slide(shape, layer))
    return (shape[0], *_slide(shape, layer))


def _slide(shape: Shape, layer: Layer) -> list[int]:
    """Return the height and width that are left when the layer's window slides over (C, H, W)."""
    kind = _type(layer)
    kernel_size = _pair(kind, 1, "kernel_size", layer.get("kernel_size"))
    stride = _pair(kind, 1, "stride", _stride(layer))
    padding = _pair(kind, 0, "padding", layer.get("padding", 0))
    if kind in POOLS and any(2 * pad > size for pad, size in zip(padding, kernel_size, strict=True)):
        most = tuple(size // 2 for size in kernel_size)
        raise ValueError(
            f"{kind}: padding={padding} is more than half of kernel_size={kernel_size}; use at most {most}"
        )
    return [conv_output_size(*axis) for axis in zip(shape[1:], kernel_size, stride, padding, strict=True)]


def _type(layer: Layer) -> str:
    kind = layer.get("type")
    if kind not in TYPES:
        raise ValueError(f"type={kind!r} is unknown; use one of {', '.join(TYPES)}")
    return str(kind)


def _stride(layer: Layer) -> Any:
    """Return the layer's stride; pooling windows lie side by side unless it says otherwise."""
    return layer.get("stride", layer.get("kernel_size") if layer["type"] in POOLS else 1)


def _check_axis(input_size: int, kernel_size: int, stride: int, padding: int) -> None:
    _check_ints("conv_output_size", 1, input_size=input_size, kernel_size=kernel_size, stride=stride)
    _check_ints("conv_output_size", 0, padding=padding)
    padded = input_size + 2 * padding
    if kernel_size > padded:
        raise ValueError(
            f"conv_output_size: kernel_size={kernel_size} is larger than the padded input of {padded}; "
            f"use at most {padded}, or more padding"
        )


def _image_shape(input_shape: Any) -> Shape:
    if not isinstance(input_shape, (tuple, list)) or len(input_shape) != 3:
        raise ValueError(f"trace_shapes: input_shape must be (C, H, W), not {input_shape!r}")
    for size in input_shape:
        _check_ints("trace_shapes", 1, input_shape=size)
    return tuple(input_shape)


def _pair(caller: str, least: int, name: str, size: Any) -> tuple[int, int]:
    """Return (h, w) of a size that is one int for both axes or a pair already."""
    pair = size if isinstance(size, (tuple, list)) else (size, size)
    if len(pair) != 2:
        raise ValueError(f"{caller}: {name} must be an int or (h, w), not {size!r}")
    for side in pair:
        _check_ints(caller, least, **{name: side})
    return pair[0], pair[1]


def _check_ints(caller: str, least: int, **sizes: Any) -> None:
    for name, size in sizes.items():
        if not isinstance(size, int) or isinstance(size, bool) or size < least:
            raise ValueError(f"{caller}: {name}={size!r} must be an int of at least {least}")


def _check_layers(caller: str, layers: Any) -> None:
    if not isinstance(layers, (list, tuple)) or not all(isinstance(layer, dict) for layer in layers):
        raise ValueError(f"{caller}: layers must be a list of dicts such as {{'type': 'relu'}}")
