"""Max pooling and average pooling over a batch of images.

Both do the same three things: pad, look at every window, and sum each window up in one number.
They differ in the value of the border and in the summary.
"""

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

Size = int | tuple[int, int]
Pair = tuple[int, int]


def max_pool2d(x: np.ndarray, kernel_size: Size, stride: Size | None = None, padding: Size = 0) -> np.ndarray:
    """Keep the largest value of every window; the border holds minus infinity and never wins.

    Args:
        x: images, shape (N, C, H, W).
        kernel_size: window in pixels, an int or (kH, kW), at least 1.
        stride: step in pixels, an int or (sH, sW), at least 1; None takes the kernel size.
        padding: border in pixels on each side, an int or (pH, pW), from 0 to half the kernel.

    Returns:
        A new array (N, C, outH, outW) with outH = floor((H + 2 pH - kH) / sH) + 1, and outW likewise
        (lesson 07-pooling, "Output size"). float32 stays float32, integers become float64, NaN is passed on.

    Raises:
        ValueError: a wrong x, kernel_size, stride or padding; the message names it.

    >>> max_pool2d(np.array([[[[2.0, 1.0, 0.0, 3.0], [4.0, 6.0, 5.0, 1.0]]]]), 2)
    array([[[[6., 5.]]]])
    """
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x: np.ndarray, kernel_size: Size, stride: Size | None = None, padding: Size = 0) -> np.ndarray:
    """Replace every window by its mean; the border holds zeros, which count.

    Args:
        x: images, shape (N, C, H, W).
        kernel_size: window in pixels, an int or (kH, kW), at least 1.
        stride: step in pixels, an int or (sH, sW), at least 1; None takes the kernel size.
        padding: border in pixels on each side, an int or (pH, pW), from 0 to half the kernel.

    Returns:
        A new array (N, C, outH, outW) with outH = floor((H + 2 pH - kH) / sH) + 1, and outW likewise
        (lesson 07-pooling, "Output size"). float32 stays float32, integers become float64, NaN is passed on.

    Raises:
        ValueError: a wrong x, kernel_size, stride or padding; the message names it.

    >>> avg_pool2d(np.array([[[[2.0, 1.0, 0.0, 3.0], [4.0, 6.0, 5.0, 1.0]]]]), 2)
    array([[[[3.25, 2.25]]]])
    """
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads, border=0.0).mean(axis=(4, 5))


def _windows(x: np.ndarray, kernel: Pair, steps: Pair, pads: Pair, *, border: float) -> np.ndarray:
    """Return a view of every window of the padded images, shape (N, C, outH, outW, kH, kW)."""
    (step_h, step_w), (pad_h, pad_w) = steps, pads
    padded = np.pad(x, ((0, 0), (0, 0), (pad_h, pad_h), (pad_w, pad_w)), constant_values=border)
    return sliding_window_view(padded, kernel, axis=(2, 3))[:, :, ::step_h, ::step_w]


def _checked(
    function: str, x: np.ndarray, kernel_size: Size, stride: Size | None, padding: Size
) -> tuple[np.ndarray, Pair, Pair, Pair]:
    """Return x in floating point, and kernel, stride and padding as (height, width); refuse wrong ones."""
    x = np.asarray(x)
    if x.ndim != 4:
        raise ValueError(f"{function}: x has shape {x.shape}; give 4 dimensions (N, C, H, W)")
    if x.dtype.kind not in "biuf":
        raise ValueError(f"{function}: x holds {x.dtype}; give real numbers")
    kernel = _pair(function, "kernel_size", kernel_size, least=1)
    steps = kernel if stride is None else _pair(function, "stride", stride, least=1)
    pads = _pair(function, "padding", padding, least=0)

    for side, length, window, pad in zip(("height", "width"), x.shape[2:], kernel, pads, strict=True):
        if 2 * pad > window:
            raise ValueError(
                f"{function}: padding={pad} is more than half of kernel_size={window}; use at most {window // 2}"
            )
        if window > length + 2 * pad:
            raise ValueError(
                f"{function}: kernel_size={window} is more than the padded {side} of x; use at most {length + 2 * pad}"
            )
    return x if x.dtype.kind == "f" else x.astype(np.float64), kernel, steps, pads


def _pair(function: str, name: str, value: Any, *, least: int) -> Pair:
    """Return a size as (height, width)."""
    pair = tuple(value) if isinstance(value, tuple | list) else (value, value)
    whole = all(isinstance(size, int | np.integer) and not isinstance(size, bool) for size in pair)
    if len(pair) != 2 or not whole or min(pair) < least:
        raise ValueError(
            f"{function}: {name}={value!r}; use a whole number of at least {least}, or a pair (h, w) of them"
        )
    return int(pair[0]), int(pair[1])
