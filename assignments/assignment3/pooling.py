"""Assignment 3: max pooling and average pooling over a batch of images."""

import numpy as np

Size = int | tuple[int, int]


def max_pool2d(x: np.ndarray, kernel_size: Size, stride: Size | None = None, padding: Size = 0) -> np.ndarray:
    """Keep the largest value of every window.

    A size is one whole number for both directions, or a pair (height, width), counted in pixels.

    Args:
        x: images, shape (N, C, H, W).
        kernel_size: window (kH, kW), each at least 1.
        stride: step (sH, sW) from one window to the next, each at least 1; None takes the kernel size.
        padding: border (pH, pW) added on each of two opposite sides, each at least 0 and at most half the
            kernel. The border holds minus infinity.

    Returns:
        A new floating-point array of shape (N, C, outH, outW), where
        outH = floor((H + 2 pH - kH) / sH) + 1, and outW likewise. x itself is not modified.
        float32 stays float32; integers become float64. A NaN makes every window that holds it NaN.

    Raises:
        ValueError: an argument is wrong; the message names it. A kernel that does not fit into the padded
            input is a wrong kernel_size, and x that is not 4-D is a wrong x.

    Example:
        >>> x = np.array([[[[2.0, 1.0, 0.0, 3.0],
        ...                 [4.0, 6.0, 5.0, 1.0]]]])
        >>> max_pool2d(x, 2)
        array([[[[6., 5.]]]])
    """
    raise NotImplementedError


def avg_pool2d(x: np.ndarray, kernel_size: Size, stride: Size | None = None, padding: Size = 0) -> np.ndarray:
    """Replace every window by the mean of its values.

    A size is one whole number for both directions, or a pair (height, width), counted in pixels.

    Args:
        x: images, shape (N, C, H, W).
        kernel_size: window (kH, kW), each at least 1.
        stride: step (sH, sW) from one window to the next, each at least 1; None takes the kernel size.
        padding: border (pH, pW) added on each of two opposite sides, each at least 0 and at most half the
            kernel. The border holds zeros, and they count: every mean is over kH x kW values.

    Returns:
        A new floating-point array of shape (N, C, outH, outW), where
        outH = floor((H + 2 pH - kH) / sH) + 1, and outW likewise. x itself is not modified.
        float32 stays float32; integers become float64. A NaN makes every window that holds it NaN.

    Raises:
        ValueError: an argument is wrong; the message names it. A kernel that does not fit into the padded
            input is a wrong kernel_size, and x that is not 4-D is a wrong x.

    Example:
        >>> x = np.array([[[[2.0, 1.0, 0.0, 3.0],
        ...                 [4.0, 6.0, 5.0, 1.0]]]])
        >>> avg_pool2d(x, 2)
        array([[[[3.25, 2.25]]]])
    """
    raise NotImplementedError
