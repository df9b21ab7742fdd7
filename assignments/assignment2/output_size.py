"""Sizes, shapes and counts: what a network's layer list tells before a single weight is learned.

Everything here is whole-number arithmetic: sizes go in as Python ints and come out as Python ints.
Where a size is not an int (2.5, 3.0, True, None) or is too small, raise `ValueError` with a message that
contains the name of the argument.
"""

from typing import Any


def conv_output_size(input_size: int, kernel_size: int, stride: int = 1, padding: int = 0) -> int:
    """Return how many positions a kernel takes along one axis: floor((W - F + 2P) / S) + 1.

    Height and width are computed by two calls; this function knows one axis only.

    input_size:  W, pixels along the axis, an int >= 1
    kernel_size: F, an int >= 1, and not larger than the padded input W + 2P
    stride:      S, an int >= 1
    padding:     P, pixels added at EACH end of the axis, an int >= 0

    Raises ValueError naming the argument that is wrong; where the kernel is larger than the padded input,
    that is `kernel_size`.

    >>> conv_output_size(11, 2, stride=2)
    5
    """
    raise NotImplementedError


def same_padding(kernel_size: int) -> int:
    """Return the padding P, the same at both ends, with which a stride of 1 keeps the size.

    kernel_size: F, an odd int >= 1

    Raises ValueError naming `kernel_size` where it is even (no such P exists), smaller than 1, or not an int.

    >>> same_padding(3)
    1
    """
    raise NotImplementedError


def conv_parameter_count(
    in_channels: int, out_channels: int, kernel_size: int | tuple[int, int], bias: bool = True
) -> int:
    """Return how many numbers a convolution layer learns: its weights, and its biases if `bias` is true.

    in_channels:  channels of the input, an int >= 1
    out_channels: number of filters, an int >= 1
    kernel_size:  an int >= 1 for a square kernel, or (h, w)

    Raises ValueError naming the argument that is wrong.

    >>> conv_parameter_count(1, 32, 3)
    320
    """
    raise NotImplementedError


def linear_parameter_count(in_features: int, out_features: int, bias: bool = True) -> int:
    """Return how many numbers a fully connected layer learns: its weights, and its biases if `bias` is true.

    in_features:  values that go in, an int >= 1
    out_features: neurons, an int >= 1

    Raises ValueError naming the argument that is wrong.

    >>> linear_parameter_count(128, 10)
    1290
    """
    raise NotImplementedError


def trace_shapes(input_shape: tuple[int, int, int], layers: list[dict[str, Any]]) -> list[tuple[int, ...]]:
    """Return the shape of one image on its way through the layers: the input's, then one after every layer.

    The result is a LIST of TUPLES of ints, len(layers) + 1 of them: (C, H, W), or (features,) once flat.

    input_shape: (C, H, W), three ints >= 1
    layers:      a list of dicts; `type` says what each one is, and other keys (a name, say) are ignored

    type        keys                                            shape after it
    conv        out_channels, kernel_size, [stride], [padding]  (out_channels, H', W')
    max_pool    kernel_size, [stride], [padding]                (C, H', W')
    avg_pool    kernel_size, [stride], [padding]                (C, H', W')
    relu                                                        as it was
    flatten                                                     (all values,); a flat shape stays as it was
    linear      out_features                                    (out_features,)

    kernel_size, stride and padding are an int for both axes or (h, w). Keys in brackets may be left out: then
    padding is 0, and stride is 1 for conv and kernel_size for the pools.

    Raises ValueError whose message contains
    - `type` where the type is unknown or missing;
    - the key whose size is wrong, or missing although it is not in brackets: `kernel_size` also where the
      kernel exceeds the padded input, `padding` also where a pool's is more than half of its kernel;
    - `linear` where it meets a (C, H, W) shape: say that a flatten has to come first;
    - the layer's type where conv, max_pool or avg_pool meets a flat shape;
    - `input_shape` where it is not three ints >= 1; `layers` where it is not a list of dicts.

    >>> trace_shapes((3, 8, 10), [{"type": "conv", "out_channels": 4, "kernel_size": 3}, {"type": "flatten"}])
    [(3, 8, 10), (4, 6, 8), (192,)]
    """
    raise NotImplementedError


def receptive_field(layers: list[dict[str, Any]]) -> int:
    """Return the side, in input pixels, of the square that one value behind the last layer sees.

    layers: as for `trace_shapes`, with the same default strides; here kernel_size and stride are single ints

    relu changes nothing, and neither does padding. With no layers the answer is 1: a pixel sees itself.
    A flatten or linear layer sees the whole image, so the answer is that of the layers before the first of
    them; what stands behind it is not looked at.

    Raises ValueError naming `kernel_size` or `stride` where it is not an int >= 1 (a pair (h, w) is not one),
    `type` where the type is unknown or missing, `layers` where it is not a list of dicts.

    >>> conv = {"type": "conv", "out_channels": 32, "kernel_size": 3}
    >>> receptive_field([conv, {"type": "max_pool", "kernel_size": 2}])
    4
    """
    raise NotImplementedError
