"""The sums written out: one loop for each index of the formula."""

from numbers import Integral

import numpy as np


def match_score(patch, kernel):
    """Add up the product of every pair of cells, then divide by the number of cells."""
    patch, kernel = check_axes(patch, "patch", 2), check_axes(kernel, "kernel", 2)
    if patch.shape != kernel.shape:
        raise ValueError(f"kernel {kernel.shape} and patch {patch.shape} differ in shape")
    total = 0.0
    for row in range(patch.shape[0]):
        for column in range(patch.shape[1]):
            total += float(patch[row, column]) * float(kernel[row, column])
    return total / (patch.shape[0] * patch.shape[1])


def cross_correlate2d(image, kernel, stride=1, padding=0):
    """Visit each window; a cell outside the image counts as zero, so nothing is ever padded."""
    image, kernel = check_axes(image, "image", 2), check_axes(kernel, "kernel", 2)
    step = check_pair(stride, "stride", 1)
    margin = check_pair(padding, "padding", 0)
    sides = (margin[0], margin[0]), (margin[1], margin[1])
    shape = map_shape(image.shape, kernel.shape, step, sides, "kernel")
    feature_map = np.zeros(shape, float_type(image, kernel))
    for i in range(shape[0]):
        for j in range(shape[1]):
            corner = (i * step[0] - margin[0], j * step[1] - margin[1])
            feature_map[i, j] = window_sum(image, kernel, corner)
    return feature_map


def convolve2d(image, kernel, stride=1, padding=0):
    """Write each kernel cell to its mirrored place, then correlate."""
    kernel = check_axes(kernel, "kernel", 2)
    height, width = kernel.shape
    mirrored = np.empty_like(kernel)
    for m in range(height):
        for n in range(width):
            mirrored[height - 1 - m, width - 1 - n] = kernel[m, n]
    return cross_correlate2d(image, mirrored, stride, padding)


def conv2d(x, weight, bias=None, stride=1, padding=0):
    """Start each output value at its bias and add the window sums of all channels."""
    x, weight = check_axes(x, "x", 4), check_axes(weight, "weight", 4)
    images, channels = x.shape[:2]
    filters = weight.shape[0]
    if weight.shape[1] != channels:
        raise ValueError(f"weight is made for {weight.shape[1]} channels, the input has {channels}")
    if bias is None:
        result_type = float_type(x, weight)
        bias = [0.0] * filters
    else:
        bias = np.asarray(bias)
        if bias.shape != (filters,):
            raise ValueError(f"bias must hold {filters} numbers, not shape {bias.shape}")
        result_type = float_type(x, weight, bias)
    step = check_pair(stride, "stride", 1)
    rows, columns = margins(padding, weight.shape[2:], step)
    shape = map_shape(x.shape[2:], weight.shape[2:], step, (rows, columns), "weight")

    maps = np.zeros((images, filters, *shape), result_type)
    for image in range(images):
        for filter_ in range(filters):
            for i in range(shape[0]):
                for j in range(shape[1]):
                    total = float(bias[filter_])
                    corner = (i * step[0] - rows[0], j * step[1] - columns[0])
                    for channel in range(channels):
                        total += window_sum(x[image, channel], weight[filter_, channel], corner)
                    maps[image, filter_, i, j] = total
    return maps


def window_sum(image, kernel, corner):
    """Sum of products for the window whose top left cell is `corner`, which may lie outside the image."""
    total = 0.0
    for m in range(kernel.shape[0]):
        for n in range(kernel.shape[1]):
            row, column = corner[0] + m, corner[1] + n
            if 0 <= row < image.shape[0] and 0 <= column < image.shape[1]:
                total += float(image[row, column]) * float(kernel[m, n])
    return total


def margins(padding, kernel_size, step):
    """Zeros as (top, bottom) and (left, right)."""
    if isinstance(padding, str):
        if padding not in ("valid", "same"):
            raise ValueError(f"padding {padding!r} is neither 'valid' nor 'same'")
        if padding == "valid":
            return (0, 0), (0, 0)
        if step != (1, 1):
            raise ValueError("padding 'same' keeps the size only for a stride of 1")
        missing = [size - 1 for size in kernel_size]
        first = [number // 2 for number in missing]
        return (first[0], missing[0] - first[0]), (first[1], missing[1] - first[1])
    rows, columns = check_pair(padding, "padding", 0)
    return (rows, rows), (columns, columns)


def map_shape(image_size, kernel_size, step, sides, name):
    """Count the windows along each axis by walking until one would stick out."""
    counts = []
    for size, kernel, stride, border in zip(image_size, kernel_size, step, sides, strict=True):
        start, count = 0, 0
        while start + kernel <= size + sum(border):
            count += 1
            start += stride
        if count == 0:
            raise ValueError(f"{name} does not fit: {kernel} cells in only {size + sum(border)}")
        counts.append(count)
    return tuple(counts)


def float_type(*arrays):
    """float32 for float32 alone, float64 for whole numbers."""
    common = np.result_type(*arrays)
    return common if common.kind == "f" else np.dtype(float)


def check_axes(values, name, axes):
    array = np.asarray(values)
    if array.ndim != axes or 0 in array.shape:
        raise ValueError(f"{name} must have {axes} axes, none of them empty; its shape is {array.shape}")
    return array


def check_pair(value, name, smallest):
    pair = (value, value) if not isinstance(value, tuple | list) else tuple(value)
    if len(pair) != 2:
        raise ValueError(f"{name} must be one int or two")
    for number in pair:
        if not is_whole(number):
            raise ValueError(f"{name} must be made of ints, not {number!r}")
        if number < smallest:
            raise ValueError(f"{name} must not be below {smallest}")
    return pair


def is_whole(number):
    return isinstance(number, Integral) and not isinstance(number, bool)
