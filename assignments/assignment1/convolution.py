"""Assignment 1: matching a patch, feature maps, and the convolution layer of a CNN."""

import numpy as np

Size = int | tuple[int, int]


def match_score(patch: np.ndarray, kernel: np.ndarray) -> float:
    """Say how well a patch matches a kernel: the mean of the element-wise products.

    Args:
        patch: (kH, kW), the part of the image under the kernel.
        kernel: (kH, kW), the pattern that is looked for.

    Returns:
        A plain float.

    Raises:
        ValueError: naming `kernel` where the two shapes differ.

    The products here are 1, -1, 1 and 1, and their mean is 2 / 4:

    >>> match_score(np.array([[1.0, -1.0], [1.0, 1.0]]), np.array([[1.0, 1.0], [1.0, 1.0]]))
    0.5
    """
    raise NotImplementedError


def cross_correlate2d(image: np.ndarray, kernel: np.ndarray, stride: Size = 1, padding: Size = 0) -> np.ndarray:
    """Slide a kernel over an image as it is, and sum the products in every window.

    Args:
        image: (H, W).
        kernel: (kH, kW), not flipped.
        stride: pixels from one window to the next, an int or (h, w), at least 1.
        padding: zeros added on each of the four sides, an int or (h, w): h above and below, w left and right.

    Returns:
        (floor((H - kH + 2 pH) / sH) + 1, floor((W - kW + 2 pW) / sW) + 1) floats, for whole numbers too.

    Raises:
        ValueError: naming `kernel` where it is larger than the padded image, `stride` where it is below 1,
            `padding` where it is negative.

    The first window holds 1 and 2: 1 * 1 + 2 * (-1) = -1.

    >>> cross_correlate2d(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0, -1.0]]))
    array([[-1., -1.],
           [-1., -1.]])
    """
    raise NotImplementedError


def convolve2d(image: np.ndarray, kernel: np.ndarray, stride: Size = 1, padding: Size = 0) -> np.ndarray:
    """Convolve in the mathematical sense: the kernel is flipped along both axes before it slides.

    Args:
        image: (H, W).
        kernel: (kH, kW).
        stride: as in `cross_correlate2d`.
        padding: as in `cross_correlate2d`.

    Returns:
        An array of floats, of the shape that `cross_correlate2d` gives.

    Raises:
        ValueError: as `cross_correlate2d`.

    The flipped kernel is [[-1, 1]], and the first window gives 1 * (-1) + 2 * 1 = 1.

    >>> convolve2d(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0, -1.0]]))
    array([[1., 1.],
           [1., 1.]])
    """
    raise NotImplementedError


def conv2d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    stride: Size = 1,
    padding: Size | str = 0,
) -> np.ndarray:
    """Apply a convolution layer: each filter spans all input channels and makes one feature map.

    Args:
        x: (N, C_in, H, W), a batch of images.
        weight: (C_out, C_in, kH, kW), the kernels of the filters, not flipped.
        bias: (C_out,), one number for each filter, or None for no bias.
        stride: an int or (h, w), at least 1.
        padding: an int or (h, w), or "valid" (no zeros), or "same" (stride 1 only: the map is as large as x;
            where the number of zeros is odd, the extra zero goes to the bottom or to the right).

    Returns:
        (N, C_out, H_out, W_out) floats.

    Raises:
        ValueError: naming `weight` where its input channels are not those of x or its kernel is larger than
            the padded x, `bias` where its shape is not (C_out,), `stride` where it is below 1, and `padding`
            where it is negative, an unknown word, or "same" with a stride other than 1.

    Two channels of four ones each, and a bias: 4 + 4 + 0.5 = 8.5.

    >>> conv2d(np.ones((1, 2, 2, 2)), np.ones((1, 2, 2, 2)), np.array([0.5]))
    array([[[[8.5]]]])
    """
    raise NotImplementedError
