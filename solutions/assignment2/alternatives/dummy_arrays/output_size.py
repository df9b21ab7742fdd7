"""Measures instead of computing: builds the arrays that the layers would hold and reads off their shapes."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    sizes = {"input_size": input_size, "kernel_size": kernel_size, "stride": stride, "padding": padding}
    refuse(sizes, least={"padding": 0})
    row = np.pad(np.zeros(input_size, dtype=bool), padding)
    if len(row) < kernel_size:
        raise ValueError(f"kernel_size: {len(row)} pixels cannot hold a window of {kernel_size}")
    return len(sliding_window_view(row, kernel_size)[::stride])


def same_padding(kernel_size):
    refuse({"kernel_size": kernel_size})
    before, after = np.array_split(np.zeros(kernel_size - 1), 2)
    if len(before) != len(after):
        raise ValueError(f"kernel_size: {kernel_size} needs {len(before)} pixels before and {len(after)} after")
    return len(before)


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    refuse({"in_channels": in_channels, "out_channels": out_channels})
    kernel = axes({"kernel_size": kernel_size})[0]
    return parameters((out_channels, in_channels, *kernel), bias)


def linear_parameter_count(in_features, out_features, bias=True):
    refuse({"in_features": in_features, "out_features": out_features})
    return parameters((out_features, in_features), bias)


def trace_shapes(input_shape, layers):
    if not isinstance(input_shape, tuple | list) or len(input_shape) != 3:
        raise ValueError(f"input_shape: {input_shape!r} has not three axes")
    for size in input_shape:
        refuse({"input_shape": size})
    image = np.zeros(input_shape, dtype=bool)
    shapes = [image.shape]
    for layer in layer_list(layers):
        image = forward(image, layer)
        shapes.append(image.shape)
    return shapes


def receptive_field(layers):
    windows = []
    for layer in layer_list(layers):
        if layer["type"] in ("flatten", "linear"):
            break
        if layer["type"] != "relu":
            window = with_defaults(layer)
            refuse({"kernel_size": window["kernel_size"], "stride": window["stride"]})
            windows.append(window)
    pixels = np.zeros(1, dtype=int)
    for window in reversed(windows):
        pixels = np.unique(np.add.outer(pixels * window["stride"], np.arange(window["kernel_size"])))
    return int(np.ptp(pixels)) + 1


def forward(image, layer):
    match layer["type"], image.ndim:
        case "relu", _:
            return image
        case "flatten", _:
            return image.reshape(-1)
        case "linear", 1:
            refuse({"out_features": layer.get("out_features")})
            return np.zeros(layer["out_features"], dtype=bool)
        case "linear", _:
            raise ValueError(f"linear: flatten {image.shape} first")
        case kind, 1:
            raise ValueError(f"{kind}: {image.shape} is flat already")
        case "conv", _:
            refuse({"out_channels": layer.get("out_channels")})
            return np.repeat(windows_of(image, layer)[:1], layer["out_channels"], axis=0)
        case _:
            return windows_of(image, layer)


def windows_of(image, layer):
    layer = with_defaults(layer)
    kernel, stride = axes({"kernel_size": layer["kernel_size"], "stride": layer["stride"]})
    padding = axes({"padding": layer["padding"]}, least={"padding": 0})[0]
    if "pool" in layer["type"] and np.any(2 * np.array(padding) > kernel):
        raise ValueError(f"padding: {padding} leaves some windows of {kernel} without a pixel")
    padded = np.pad(image, [(0, 0), *((side, side) for side in padding)])
    if np.any(np.array(kernel) > padded.shape[1:]):
        raise ValueError(f"kernel_size: {kernel} exceeds {padded.shape[1:]}")
    windows = sliding_window_view(padded, kernel, axis=(1, 2))
    return windows[:, :: stride[0], :: stride[1], 0, 0]


def with_defaults(layer):
    stride = 1 if layer["type"] == "conv" else layer.get("kernel_size")
    return {"kernel_size": None, "stride": stride, "padding": 0} | layer


def parameters(weight_shape, bias):
    weights = np.broadcast_to(False, weight_shape)
    biases = np.broadcast_to(False, weight_shape[:1])
    return weights.size + biases.size if bias else weights.size


def layer_list(layers):
    if not isinstance(layers, tuple | list) or not all(isinstance(layer, dict) for layer in layers):
        raise ValueError("layers: a list of dicts is due")
    for layer in layers:
        if layer.get("type") not in ("conv", "max_pool", "avg_pool", "relu", "flatten", "linear"):
            raise ValueError(f"type: {layer.get('type')!r}")
        yield layer


def axes(sizes, least=None):
    pairs = [size if isinstance(size, tuple | list) else (size, size) for size in sizes.values()]
    for name, pair in zip(sizes, pairs, strict=True):
        if len(pair) != 2:
            raise ValueError(f"{name}: {pair!r} has not two axes")
        for side in pair:
            refuse({name: side}, least)
    return pairs


def is_size(size, least=1):
    return isinstance(size, int) and not isinstance(size, bool) and size >= least


def refuse(sizes, least=None):
    for name, size in sizes.items():
        if not is_size(size, (least or {}).get(name, 1)):
            raise ValueError(f"{name}: {size!r} is no size")
