"""Matching a patch, feature maps, and the convolution layer of a CNN."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

Size = int | tuple[int, int]
Borders = tuple[tuple[int, int], tuple[int, int]]


def match_score(patch: np.ndarray, kernel: np.ndarray) -> float:
    """Say how well a patch matches a kernel: the mean of the element-wise products.

    Args:
        patch: (kH, kW), the part of the image under the kernel.
        kernel: (kH, kW), the pattern that is looked for.

    Returns:
        A float; 1.0 for a perfect match where both hold only 1 and -1, and -1.0 for the perfect opposite.

    Raises:
        ValueError: naming `kernel` where the two shapes differ, or an argument that is empty or not 2-D.

    >>> match_score(np.array([[1.0, -1.0], [1.0, 1.0]]), np.array([[1.0, 1.0], [1.0, 1.0]]))
    0.5
    """
    patch, kernel = _floats(_array("patch", patch, axes=2), _array("kernel", kernel, axes=2))
    if patch.shape != kernel.shape:
        raise ValueError(f"kernel has shape {kernel.shape}, the patch {patch.shape}; give both the same shape")
    return float(np.mean(patch * kernel))


def cross_correlate2d(image: np.ndarray, kernel: np.ndarray, stride: Size = 1, padding: Size = 0) -> np.ndarray:
    """Slide a kernel over an image as it is, without flipping it: what a CNN calls convolution.

    S(i, j) = sum over m, n of I(i sH + m, j sW + n) K(m, n), where I is the zero-padded image
    (Goodfellow, Bengio and Courville, Deep Learning, 2016, equation 9.6, with a stride).

    Args:
        image: (H, W).
        kernel: (kH, kW).
        stride: pixels from one window to the next, an int or (h, w), at least 1.
        padding: zeros added on each of the four sides, an int or (h, w), at least 0.

    Returns:
        (floor((H - kH + 2 pH) / sH) + 1, floor((W - kW + 2 pW) / sW) + 1) floats.

    Raises:
        ValueError: naming `kernel` where it is larger than the padded image, or else the argument that is
            empty, not 2-D, or (stride, padding) not an int or pair of ints in its range.

    >>> cross_correlate2d(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0, -1.0]]))
    array([[-1., -1.],
           [-1., -1.]])
    """
    return _slide(image, kernel, stride, padding)


def convolve2d(image: np.ndarray, kernel: np.ndarray, stride: Size = 1, padding: Size = 0) -> np.ndarray:
    """Convolve in the mathematical sense: flip the kernel along both axes, then slide it.

    S(i, j) = sum over m, n of I(i sH + kH - 1 - m, j sW + kW - 1 - n) K(m, n), where I is the zero-padded
    image (Goodfellow, Bengio and Courville, Deep Learning, 2016, equation 9.5, counted from the first full
    window).

    Arguments, result and errors are those of `cross_correlate2d`.

    >>> convolve2d(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0, -1.0]]))
    array([[1., 1.],
           [1., 1.]])
    """
    return _slide(image, np.flip(_array("kernel", kernel, axes=2)), stride, padding)


def conv2d(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray | None = None,
    stride: Size = 1,
    padding: Size | str = 0,
) -> np.ndarray:
    """Apply a convolution layer: each filter spans all input channels and makes one feature map.

    y(n, o) = bias(o) + sum over c of the cross-correlation of x(n, c) with weight(o, c)
    (Dumoulin and Visin, A guide to convolution arithmetic for deep learning, 2016, section 1.1).

    Args:
        x: (N, C_in, H, W), a batch of images.
        weight: (C_out, C_in, kH, kW), one kernel for each pair of channels.
        bias: (C_out,), added once to every value of the map, or None.
        stride: an int or (h, w), at least 1.
        padding: zeros on each of the four sides, an int or (h, w); "valid" for none; or "same" (stride 1
            only), which keeps H and W and gives an even kernel its extra zero at the bottom and on the right,
            as PyTorch does.

    Returns:
        (N, C_out, H_out, W_out) floats; float32 where every input is.

    Raises:
        ValueError: naming `weight` where its channels differ from those of x or its kernel is larger than the
            padded x, `bias` where it is not (C_out,), `padding` for "same" with a stride above 1, or else the
            argument that is empty, of a wrong number of axes, or not an int or pair of ints in its range.

    >>> conv2d(np.ones((1, 2, 2, 2)), np.ones((1, 2, 2, 2)), np.array([0.5]))
    array([[[[8.5]]]])
    """
    x, weight, bias = _layer_arrays(x, weight, bias)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    maps = _correlate(x, weight, stride, borders)
    return maps if bias is None else maps + bias[:, np.newaxis, np.newaxis]


def _slide(image: np.ndarray, kernel: np.ndarray, stride: Size, padding: Size) -> np.ndarray:
    """Correlate one plane with one kernel: a batch of one image with one channel, and a single filter."""
    image, kernel = _array("image", image, axes=2), _array("kernel", kernel, axes=2)
    stride = _pair("stride", stride, at_least=1)
    rows, columns = _pair("padding", padding, at_least=0)
    borders = (rows, rows), (columns, columns)
    _require_fit("kernel", kernel.shape, image.shape, borders)
    return _correlate(image[np.newaxis, np.newaxis], kernel[np.newaxis, np.newaxis], stride, borders)[0, 0]


def _correlate(x: np.ndarray, weight: np.ndarray, stride: tuple[int, int], borders: Borders) -> np.ndarray:
    """Sum over the channels c and the cells k, l of every window."""
    x, weight = _floats(x, weight)
    windows = _windows(_pad(x, borders), weight.shape[2:], stride)
    return np.einsum("ncijkl,ockl->noij", windows, weight)


def _array(name: str, values: np.ndarray, axes: int) -> np.ndarray:
    array = np.asarray(values)
    if array.ndim != axes:
        raise ValueError(f"{name} has {array.ndim} axes; it needs {axes}")
    if array.size == 0:
        raise ValueError(f"{name} is empty, its shape is {array.shape}; give every axis at least one entry")
    return array


def _floats(*arrays: np.ndarray) -> tuple[np.ndarray, ...]:
    """Bring arrays to their common float dtype: uint8 pixels cannot wrap around, float32 stays float32."""
    dtype = np.result_type(*arrays)
    return tuple(array.astype(dtype if np.issubdtype(dtype, np.floating) else np.float64) for array in arrays)


def _layer_arrays(
    x: np.ndarray, weight: np.ndarray, bias: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
    x, weight = _array("x", x, axes=4), _array("weight", weight, axes=4)
    filters, channels = weight.shape[:2]
    if channels != x.shape[1]:
        raise ValueError(f"weight expects {channels} input channels, x has {x.shape[1]}; make them equal")
    if bias is None:
        return x, weight, None
    bias = np.asarray(bias)
    if bias.shape != (filters,):
        raise ValueError(f"bias has shape {bias.shape}; give one number for each filter, shape ({filters},)")
    return x, weight, bias


def _pair(name: str, value: Size, at_least: int) -> tuple[int, int]:
    pair = tuple(value) if isinstance(value, tuple | list) else (value, value)
    whole = all(isinstance(number, int | np.integer) and not isinstance(number, bool) for number in pair)
    if len(pair) != 2 or not whole or min(pair) < at_least:
        raise ValueError(f"{name}={value!r}: give an int or a pair (h, w) of ints, each at least {at_least}")
    return int(pair[0]), int(pair[1])


def _borders(padding: Size | str, kernel_size: tuple[int, ...], stride: tuple[int, int]) -> Borders:
    """Zeros to add as ((top, bottom), (left, right))."""
    if isinstance(padding, str):
        return _named_borders(padding, kernel_size, stride)
    rows, columns = _pair("padding", padding, at_least=0)
    return (rows, rows), (columns, columns)


def _named_borders(name: str, kernel_size: tuple[int, ...], stride: tuple[int, int]) -> Borders:
    if name == "valid":
        return (0, 0), (0, 0)
    if name != "same":
        raise ValueError(f"padding={name!r} is unknown; use 'valid', 'same', an int or a pair (h, w)")
    if stride != (1, 1):
        raise ValueError(f"padding='same' needs stride 1, not {stride}; give the padding as numbers")
    height, width = kernel_size
    return ((height - 1) // 2, height // 2), ((width - 1) // 2, width // 2)


def _require_fit(name: str, kernel_size: tuple[int, ...], image_size: tuple[int, ...], borders: Borders) -> None:
    height, width = (size + before + after for size, (before, after) in zip(image_size, borders, strict=True))
    if kernel_size[0] > height or kernel_size[1] > width:
        raise ValueError(
            f"{name} of {kernel_size[0]}x{kernel_size[1]} cells is larger than the padded image "
            f"of {height}x{width}; pad more or use a smaller kernel"
        )


def _pad(x: np.ndarray, borders: Borders) -> np.ndarray:
    return np.pad(x, ((0, 0), (0, 0), *borders))


def _windows(x: np.ndarray, kernel_size: tuple[int, ...], stride: tuple[int, int]) -> np.ndarray:
    """View (N, C, H, W) as the windows under the kernel: (N, C, H_out, W_out, kH, kW)."""
    return sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, :: stride[0], :: stride[1]]
