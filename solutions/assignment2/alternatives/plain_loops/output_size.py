"""Counts instead of computing: slides the window, adds filter to filter, looks backwards from one output."""


def conv_output_size(input_size, kernel_size, stride=1, padding=0):
    require_whole("input_size", input_size, 1)
    require_whole("kernel_size", kernel_size, 1)
    require_whole("stride", stride, 1)
    require_whole("padding", padding, 0)
    padded_size = padding + input_size + padding
    positions = 0
    start = 0
    while start + kernel_size <= padded_size:
        positions += 1
        start += stride
    if positions == 0:
        raise ValueError(f"kernel_size={kernel_size} does not fit into {padded_size} pixels")
    return positions


def same_padding(kernel_size):
    require_whole("kernel_size", kernel_size, 1)
    padding = 0
    while 1 + 2 * padding < kernel_size:
        padding += 1
    if 1 + 2 * padding != kernel_size:
        raise ValueError(f"kernel_size={kernel_size} has no middle, so the two sides would differ")
    return padding


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    require_whole("in_channels", in_channels, 1)
    require_whole("out_channels", out_channels, 1)
    height, width = both_axes("kernel_size", kernel_size, 1)
    count = 0
    for _filter in range(out_channels):
        for _row in range(height):
            for _column in range(width):
                count += in_channels
        if bias:
            count += 1
    return count


def linear_parameter_count(in_features, out_features, bias=True):
    require_whole("in_features", in_features, 1)
    require_whole("out_features", out_features, 1)
    count = 0
    for _neuron in range(out_features):
        count += in_features
        if bias:
            count += 1
    return count


def trace_shapes(input_shape, layers):
    if type(input_shape) not in (tuple, list) or len(input_shape) != 3:
        raise ValueError("input_shape is not (C, H, W)")
    for size in input_shape:
        require_whole("input_shape", size, 1)
    shape = tuple(input_shape)
    shapes = [shape]
    for layer in each_layer(layers):
        shape = AFTER[layer["type"]](shape, layer)
        shapes.append(shape)
    return shapes


def receptive_field(layers):
    windows = []
    for layer in each_layer(layers):
        if layer["type"] in ("flatten", "linear"):
            break
        if layer["type"] != "relu":
            kernel_size = layer.get("kernel_size")
            require_whole("kernel_size", kernel_size, 1)
            stride = stride_of(layer)
            require_whole("stride", stride, 1)
            windows.append((kernel_size, stride))
    seen = 1
    while windows:
        kernel_size, stride = windows.pop()
        seen = (seen - 1) * stride + kernel_size
    return seen


def after_relu(shape, _layer):
    return shape


def after_flatten(shape, _layer):
    values = 1
    for size in shape:
        values *= size
    return (values,)


def after_linear(shape, layer):
    if len(shape) == 3:
        raise ValueError(f"linear cannot read {shape}: flatten first")
    require_whole("out_features", layer.get("out_features"), 1)
    return (layer["out_features"],)


def after_conv(shape, layer):
    require_image(shape, layer)
    require_whole("out_channels", layer.get("out_channels"), 1)
    return after_window(shape, layer, layer["out_channels"])


def after_pool(shape, layer):
    require_image(shape, layer)
    kernel_height, kernel_width = both_axes("kernel_size", layer.get("kernel_size"), 1)
    above, left = both_axes("padding", layer.get("padding", 0), 0)
    if above + above > kernel_height or left + left > kernel_width:
        raise ValueError("padding may be half of the kernel at most")
    return after_window(shape, layer, shape[0])


def after_window(shape, layer, channels):
    _, height, width = shape
    kernel_height, kernel_width = both_axes("kernel_size", layer.get("kernel_size"), 1)
    down, right = both_axes("stride", stride_of(layer), 1)
    above, left = both_axes("padding", layer.get("padding", 0), 0)
    new_height = conv_output_size(height, kernel_height, down, above)
    new_width = conv_output_size(width, kernel_width, right, left)
    return (channels, new_height, new_width)


AFTER = {
    "conv": after_conv,
    "max_pool": after_pool,
    "avg_pool": after_pool,
    "relu": after_relu,
    "flatten": after_flatten,
    "linear": after_linear,
}


def stride_of(layer):
    if "stride" in layer:
        return layer["stride"]
    if layer["type"] == "conv":
        return 1
    return layer["kernel_size"]


def each_layer(layers):
    if type(layers) not in (tuple, list):
        raise ValueError("layers is not a list")
    for layer in layers:
        if type(layer) is not dict:
            raise ValueError(f"layers holds {layer!r}, which is not a dict")
    for layer in layers:
        if layer.get("type") not in AFTER:
            raise ValueError(f"type {layer.get('type')!r} is not known")
        yield layer


def both_axes(name, size, least):
    if type(size) not in (tuple, list):
        require_whole(name, size, least)
        return size, size
    if len(size) != 2:
        raise ValueError(f"{name} is neither an int nor (h, w)")
    for side in size:
        require_whole(name, side, least)
    return size[0], size[1]


def require_image(shape, layer):
    if len(shape) == 1:
        raise ValueError(f"{layer['type']} cannot slide over {shape}")


def require_whole(name, size, least):
    if type(size) is not int:
        raise ValueError(f"{name} is not an int: {size!r}")
    if size < least:
        raise ValueError(f"{name} is smaller than {least}: {size}")
