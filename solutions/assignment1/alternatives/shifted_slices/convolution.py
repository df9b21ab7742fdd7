"""A feature map as a weighted sum of shifted images: one slice of the whole image for each kernel cell."""

import operator

import numpy as np


def match_score(patch, kernel):
    """A scalar product of two long vectors, divided by their length."""
    patch, kernel = np.asarray(patch), np.asarray(kernel)
    if patch.ndim != 2 or not patch.size:
        raise ValueError("patch must be a matrix with at least one cell")
    if kernel.shape != patch.shape:
        raise ValueError(f"kernel must have the shape of the patch, {patch.shape}")
    return float(np.dot(patch.ravel().astype(float), kernel.ravel().astype(float))) / patch.size


def cross_correlate2d(image, kernel, stride=1, padding=0):
    """Lay the image down once for each kernel cell, shifted and weighted by it."""
    image, kernel = np.asarray(image), np.asarray(kernel)
    if image.ndim != 2 or not image.size:
        raise ValueError("image must be a matrix with at least one cell")
    if kernel.ndim != 2 or not kernel.size:
        raise ValueError("kernel must be a matrix with at least one cell")
    down, right = two_integers("stride", stride, 1)
    rows, columns = two_integers("padding", padding, 0)
    canvas = framed(image[None], (rows, rows), (columns, columns), as_float(image, kernel))
    offsets = shifts("kernel", canvas, kernel.shape, down, right)
    return sum(kernel[m, n] * shifted[0] for (m, n), shifted in offsets).astype(canvas.dtype)


def convolve2d(image, kernel, stride=1, padding=0):
    """Convolution is correlation with the kernel turned by half a circle."""
    kernel = np.asarray(kernel)
    if kernel.ndim != 2:
        raise ValueError("kernel must be a matrix")
    return cross_correlate2d(image, np.rot90(kernel, 2), stride, padding)


def conv2d(x, weight, bias=None, stride=1, padding=0):
    """For each kernel cell, mix the channels of the shifted images by a C_out x C_in matrix."""
    x, weight = np.asarray(x), np.asarray(weight)
    if x.ndim != 4 or not x.size:
        raise ValueError("x must be (N, C, H, W) with at least one value")
    if weight.ndim != 4 or not weight.size:
        raise ValueError("weight must be (C_out, C_in, kH, kW) with at least one value")
    if weight.shape[1] != x.shape[1]:
        raise ValueError(f"weight must have {x.shape[1]} input channels, not {weight.shape[1]}")
    bias = np.zeros(len(weight), as_float(x, weight)) if bias is None else np.asarray(bias)
    if bias.shape != weight.shape[:1]:
        raise ValueError(f"bias must be a vector of length {len(weight)}")
    down, right = two_integers("stride", stride, 1)
    if isinstance(padding, str):
        rows, columns = named_frame(padding, weight.shape[2:], max(down, right))
    else:
        rows, columns = ((side, side) for side in two_integers("padding", padding, 0))
    result_type = as_float(x, weight, bias)
    maps = []
    for image in x:
        canvas = framed(image, rows, columns, result_type)
        offsets = shifts("weight", canvas, weight.shape[2:], down, right)
        mixed = sum(np.tensordot(weight[:, :, m, n], shifted, axes=1) for (m, n), shifted in offsets)
        maps.append(mixed + bias.reshape(-1, 1, 1))
    return np.stack(maps).astype(result_type)


def framed(channels, rows, columns, result_type):
    """Copy (C, H, W) into the middle of a canvas of zeros."""
    count, height, width = channels.shape
    canvas = np.zeros((count, sum(rows) + height, sum(columns) + width), result_type)
    canvas[:, rows[0] : rows[0] + height, columns[0] : columns[0] + width] = channels
    return canvas


def shifts(name, canvas, kernel_size, down, right):
    """The canvas shifted by each kernel cell, thinned out by the stride."""
    last_row, last_column = canvas.shape[1] - kernel_size[0], canvas.shape[2] - kernel_size[1]
    if last_row < 0 or last_column < 0:
        raise ValueError(f"{name} is larger than the padded image")
    return [
        ((m, n), canvas[:, m : m + last_row + 1 : down, n : n + last_column + 1 : right])
        for m, n in np.ndindex(*kernel_size)
    ]


def named_frame(padding, kernel_size, stride):
    if padding == "valid":
        return (0, 0), (0, 0)
    if padding != "same":
        raise ValueError("padding must be 'valid', 'same' or numbers")
    if stride != 1:
        raise ValueError("padding 'same' goes with stride 1 only")
    return tuple(divide_evenly(size - 1) for size in kernel_size)


def divide_evenly(zeros):
    """Split a number of zeros over both ends; the later end takes the odd one."""
    return zeros // 2, (zeros + 1) // 2


def as_float(*arrays):
    common = np.result_type(*arrays)
    return np.float64 if common.kind in "biu" else common


def two_integers(name, value, smallest):
    both = [value] * 2 if np.ndim(value) == 0 else list(value)
    if len(both) != 2 or any(isinstance(number, bool | str) or number is None for number in both):
        raise ValueError(f"{name} must be an int or two of them")
    try:
        first, second = map(operator.index, both)
    except TypeError:
        raise ValueError(f"{name} must be whole, not {value!r}") from None
    if min(first, second) < smallest:
        raise ValueError(f"{name} must be {smallest} or more")
    return first, second
