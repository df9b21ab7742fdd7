"""Pooling pixel by pixel, without a padded copy: a pixel outside of the image reads as the border value."""

import math

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    """Keep the largest value of every window, (N, C, H, W) to (N, C, outH, outW)."""
    image = _image("max_pool2d", x)
    sizes = _sizes("max_pool2d", image, kernel_size, stride, padding)
    return _pool(image, *sizes, border=-math.inf, summary=_largest)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    """Add every window up and divide by its full area, (N, C, H, W) to (N, C, outH, outW)."""
    image = _image("avg_pool2d", x)
    sizes = _sizes("avg_pool2d", image, kernel_size, stride, padding)
    return _pool(image, *sizes, border=0.0, summary=_mean)


def _largest(values):
    largest = -math.inf
    for value in values:
        if math.isnan(value):
            return math.nan
        largest = max(largest, value)
    return largest


def _mean(values):
    return sum(values) / len(values)


def _pool(image, kernel, tops, lefts, *, border, summary):
    images, channels, height, width = image.shape
    precision = image.dtype if np.issubdtype(image.dtype, np.floating) else np.float64
    result = np.zeros((images, channels, len(tops), len(lefts)), dtype=precision)
    for n, c, i, j in np.ndindex(result.shape):
        window = []
        for row in range(tops[i], tops[i] + kernel[0]):
            for column in range(lefts[j], lefts[j] + kernel[1]):
                inside = 0 <= row < height and 0 <= column < width
                window.append(float(image[n, c, row, column]) if inside else border)
        result[n, c, i, j] = summary(window)
    return result


def _image(name, x):
    image = np.array(x)
    if len(image.shape) != 4:
        raise ValueError(f"{name}: x must be 4-D, not {len(image.shape)}-D")
    if not any(np.issubdtype(image.dtype, kind) for kind in (np.floating, np.integer, np.bool_)):
        raise ValueError(f"{name}: x must hold real numbers")
    return image


def _sizes(name, image, kernel_size, stride, padding):
    """Return the kernel, and where the windows begin: the first row of each, the first column of each."""
    kernel = _both(name, "kernel_size", kernel_size, 1)
    step = kernel if stride is None else _both(name, "stride", stride, 1)
    margin = _both(name, "padding", padding, 0)
    starts = []
    for axis in (0, 1):
        if margin[axis] > kernel[axis] / 2:
            raise ValueError(f"{name}: padding={padding} must not pass half of kernel_size={kernel_size}")
        end = image.shape[2 + axis] + margin[axis] - kernel[axis] + 1
        starts.append(range(-margin[axis], end, step[axis]))
        if not starts[axis]:
            raise ValueError(f"{name}: kernel_size={kernel_size} does not fit into {image.shape[2:]}")
    return kernel, *starts


def _both(name, argument, size, least):
    if not isinstance(size, (tuple, list)):
        size = [size, size]
    if len(size) != 2:
        raise ValueError(f"{name}: {argument} takes one number or two, not {len(size)}")
    for number in size:
        if type(number) is not int and not isinstance(number, np.integer):
            raise ValueError(f"{name}: {argument} takes whole numbers, not {number!r}")
        if number < least:
            raise ValueError(f"{name}: {argument} must be {least} or more, not {number}")
    return int(size[0]), int(size[1])
