"""Pooling by shifting: for each place in the kernel one strided slice of the whole batch, then all joined.

A 2 x 2 kernel takes four slices: the top-left pixels of all windows, the top-right ones, and so on.
"""

from functools import reduce

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    """Keep the largest value of every window, (N, C, H, W) to (N, C, outH, outW)."""
    return reduce(np.maximum, _slices("max_pool2d", x, (kernel_size, stride, padding), -np.inf))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    """Replace every window by its mean, (N, C, H, W) to (N, C, outH, outW)."""
    slices = _slices("avg_pool2d", x, (kernel_size, stride, padding), 0.0)
    total = reduce(np.add, (part.astype(np.float64) for part in slices))
    return (total / len(slices)).astype(slices[0].dtype)


def _slices(name, x, sizes, border):
    x = np.asarray(x)
    if x.ndim != 4:
        raise ValueError(f"{name}: x needs the axes N, C, H and W")
    if not np.can_cast(x.dtype, np.longdouble):
        raise ValueError(f"{name}: x needs real numbers")
    kernel_size, stride, padding = sizes
    kh, kw = _height_and_width(name, "kernel_size", kernel_size, 1)
    sh, sw = _height_and_width(name, "stride", kernel_size if stride is None else stride, 1)
    ph, pw = _height_and_width(name, "padding", padding, 0)
    if ph > kh - ph or pw > kw - pw:
        raise ValueError(f"{name}: padding must leave at least half of the kernel on the image")

    images, channels, height, width = x.shape
    dtype = x.dtype if np.issubdtype(x.dtype, np.floating) else float
    framed = np.full((images, channels, height + 2 * ph, width + 2 * pw), border, dtype)
    framed[:, :, ph : ph + height, pw : pw + width] = x
    tops, lefts = framed.shape[2] - kh + 1, framed.shape[3] - kw + 1
    if tops < 1 or lefts < 1:
        raise ValueError(f"{name}: kernel_size is larger than the padded image")
    return [
        framed[:, :, top : top + tops : sh, left : left + lefts : sw].copy() for top in range(kh) for left in range(kw)
    ]


def _height_and_width(name, argument, size, smallest):
    match size:
        case (height, width):
            pass
        case _:
            height = width = size
    for number in (height, width):
        if isinstance(number, bool) or not isinstance(number, int | np.integer) or number < smallest:
            raise ValueError(f"{name}: {argument} must be one or two whole numbers of {smallest} or more")
    return int(height), int(width)
