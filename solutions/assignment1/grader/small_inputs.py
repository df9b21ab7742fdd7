"""Small calls on which misconceptions differ from the reference and from each other."""

from collections.abc import Iterator

import numpy as np

from cnnlab.grading import Arguments, arguments

KERNELS_OF_IMAGES = {
    (1, 1): [(1, 1)],
    (1, 2): [(1, 1), (1, 2)],
    (2, 1): [(1, 1), (2, 1)],
    (2, 2): [(1, 1), (1, 2), (2, 1), (2, 2)],
    (2, 3): [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3)],
    (3, 3): [(1, 2), (2, 2), (3, 2), (3, 3)],
    (3, 5): [(2, 2), (2, 3), (3, 3)],
}


def match_score(rng: np.random.Generator) -> Iterator[Arguments]:
    """Patches from 1x1 upwards: signs, then any whole values, then integer arrays and wrong shapes."""
    values = [-3.0, -2.0, 2.0, 3.0]
    shapes = [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3), (3, 2), (3, 3)]
    for shape in shapes:
        yield arguments(rng.choice([-1.0, 1.0], shape), rng.choice([-1.0, 1.0], shape))
    for shape in shapes:
        for _ in range(2):
            yield arguments(rng.choice(values, shape), rng.choice(values, shape))
    for shape in shapes:
        yield arguments(rng.integers(0, 4, shape).astype(np.uint8), rng.integers(0, 4, shape))
    for shape in [(1, 1), (1, 2), (2, 2)]:
        yield arguments(_pixels(rng, shape), _pixels(rng, shape))
    yield arguments(np.array([[2.0, 2.0]]), np.array([[1.0, 1.0]]))
    yield arguments(np.array([[0.0, 0.0]]), np.array([[1.0, 3.0]]))
    yield arguments(np.array([[1e40, 2e40]]), np.array([[1.0, 3.0]]))
    for patch_shape, kernel_shape in [((1, 2), (1, 1)), ((2, 2), (1, 2)), ((2, 2), (2, 1)), ((2, 3), (3, 2))]:
        yield arguments(_floats(rng, patch_shape), _floats(rng, kernel_shape))


def cross_correlate2d(rng: np.random.Generator) -> Iterator[Arguments]:
    """Images from 1x1 upwards: each kernel that fits, strides, paddings, both, integers, wrong sizes."""
    yield from _planes(rng)


def convolve2d(rng: np.random.Generator) -> Iterator[Arguments]:
    """The calls of `cross_correlate2d`, with other numbers."""
    yield from _planes(rng)


def conv2d(rng: np.random.Generator) -> Iterator[Arguments]:
    """Layers from one pixel upwards: channels, filters, images, bias, stride, padding, then all at once."""
    for size, kernel_size in [
        ((1, 1), (1, 1)),
        ((1, 2), (1, 2)),
        ((2, 2), (2, 2)),
        ((3, 3), (2, 2)),
        ((3, 4), (2, 1)),
    ]:
        yield arguments(*_layer(rng, size, kernel_size))
    for channels in [2, 3]:
        yield arguments(*_layer(rng, (1, 1), (1, 1), channels=channels))
        yield arguments(*_layer(rng, (2, 3), (2, 2), channels=channels))
    for filters, images in [(2, 1), (1, 2), (2, 2), (3, 2)]:
        yield arguments(*_layer(rng, (2, 2), (1, 2), filters=filters, images=images))
    for channels, filters in [(1, 1), (2, 1), (1, 2), (2, 2), (3, 2)]:
        for kernel_size in [(1, 2), (2, 2)]:
            x, weight = _layer(rng, (2, 3), kernel_size, channels=channels, filters=filters)
            yield arguments(x, weight, _biases(rng, filters))
    for images, filters in [(2, 2), (2, 3), (3, 3)]:
        yield arguments(*_layer(rng, (1, 2), (1, 1), filters=filters, images=images), _biases(rng, filters))
    for size, kernel_size, stride in [
        ((2, 2), (1, 1), 2),
        ((4, 4), (2, 2), 2),
        ((3, 4), (1, 1), (1, 2)),
        ((4, 3), (1, 1), (2, 1)),
        ((5, 5), (2, 2), (3, 2)),
    ]:
        yield arguments(*_layer(rng, size, kernel_size), stride=stride)
    for size, kernel_size, padding in [
        ((1, 1), (1, 1), 1),
        ((2, 2), (2, 2), 1),
        ((2, 2), (2, 2), 2),
        ((2, 2), (2, 2), 3),
        ((2, 3), (2, 2), (2, 0)),
        ((2, 3), (2, 2), (1, 0)),
        ((3, 2), (2, 2), (0, 1)),
    ]:
        yield arguments(*_layer(rng, size, kernel_size), padding=padding)
    for padding in ["valid", "same"]:
        for kernel_size in [(1, 1), (1, 2), (2, 2), (3, 3), (1, 3), (2, 3), (3, 4)]:
            yield arguments(*_layer(rng, (3, 4), kernel_size), padding=padding)
    yield arguments(*_layer(rng, (3, 3), (5, 5)), padding="same")
    for stride, padding in [(2, 1), ((2, 1), (1, 2)), (1, "same")]:
        x, weight = _layer(rng, (3, 4), (2, 3), channels=2, filters=2, images=2)
        yield arguments(x, weight, _biases(rng, 2), stride, padding)
    yield arguments(rng.integers(1, 10, (1, 1, 2, 3)), np.full((1, 1, 1, 2), 0.5))
    yield arguments(rng.integers(1, 10, (1, 2, 2, 2)).astype(np.uint8), rng.integers(-3, 4, (1, 2, 2, 2)))
    for channels in [1, 2]:
        yield arguments(_pixels(rng, (1, channels, 2, 2)), _pixels(rng, (1, channels, 2, 1)))
    yield arguments(np.array([[[[1e40, 2e40]]]]), np.array([[[[1.0, 3.0]]]]))

    yield from _wrong_layers(rng)


def _wrong_layers(rng: np.random.Generator) -> Iterator[Arguments]:
    x, weight = _layer(rng, (3, 3), (2, 2), channels=2, filters=2)
    yield arguments(x[:, :1], weight)
    yield arguments(x, weight[:, :1])
    for shape in [(1,), (3,), (2, 1)]:
        yield arguments(x, weight, _biases(rng, shape))
    for stride in [0, -1, (1, 0)]:
        yield arguments(x, weight, stride=stride)
    for padding in [-1, (0, -1), "full"]:
        yield arguments(x, weight, padding=padding)
    for stride in [2, (1, 2), (2, 1)]:
        yield arguments(x, weight, stride=stride, padding="same")
    yield arguments(*_layer(rng, (2, 2), (3, 3)))


def _planes(rng: np.random.Generator) -> Iterator[Arguments]:
    for size, kernel_sizes in KERNELS_OF_IMAGES.items():
        for kernel_size in kernel_sizes:
            yield arguments(_floats(rng, size), _floats(rng, kernel_size))
    for size, stride in [((2, 2), 2), ((4, 4), 2), ((3, 4), (1, 2)), ((4, 3), (2, 1)), ((5, 5), 3)]:
        yield arguments(_floats(rng, size), _floats(rng, (1, 1)), stride)
        yield arguments(_floats(rng, size), _floats(rng, (2, 2)), stride)
    for size, padding in [((1, 1), 1), ((2, 2), 1), ((2, 2), 2), ((1, 2), 3), ((2, 3), (1, 0)), ((3, 2), (0, 1))]:
        yield arguments(_floats(rng, size), _floats(rng, (1, 1)), padding=padding)
        yield arguments(_floats(rng, size), _floats(rng, (2, 2)), padding=padding)
    for stride, padding in [(2, 1), ((1, 2), (2, 0)), ((2, 1), (0, 1))]:
        yield arguments(_floats(rng, (3, 4)), _floats(rng, (2, 2)), stride, padding)
    yield arguments(rng.integers(1, 10, (2, 3)), np.full((1, 2), 0.5))
    yield arguments(rng.integers(1, 10, (2, 2)).astype(np.uint8), rng.integers(-3, 4, (2, 2)))
    yield arguments(np.array([[1e40, 2e40]]), np.array([[1.0, 3.0]]))
    for size, kernel_size in [((2, 2), (1, 2)), ((2, 3), (2, 2))]:
        yield arguments(_pixels(rng, size), _pixels(rng, kernel_size))

    for size, kernel_size in [((1, 1), (1, 2)), ((2, 2), (3, 2)), ((2, 2), (3, 3))]:
        yield arguments(_floats(rng, size), _floats(rng, kernel_size))
    image, kernel = _floats(rng, (3, 3)), _floats(rng, (2, 2))
    for stride in [0, -1, (1, 0)]:
        yield arguments(image, kernel, stride)
    for padding in [-1, (0, -1)]:
        yield arguments(image, kernel, padding=padding)


def _layer(
    rng: np.random.Generator,
    size: tuple[int, int],
    kernel_size: tuple[int, int],
    *,
    channels: int = 1,
    filters: int = 1,
    images: int = 1,
) -> tuple[np.ndarray, np.ndarray]:
    return _floats(rng, (images, channels, *size)), _floats(rng, (filters, channels, *kernel_size))


def _floats(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    return rng.integers(-9, 10, shape).astype(float)


def _pixels(rng: np.random.Generator, shape: tuple[int, ...]) -> np.ndarray:
    return rng.integers(20, 256, shape).astype(np.uint8)


def _biases(rng: np.random.Generator, shape: int | tuple[int, ...]) -> np.ndarray:
    return rng.integers(1, 10, shape) + 0.5
