"""Where counterexamples are looked for: calls from the smallest upwards, wrong arguments last."""

from collections.abc import Iterator

import numpy as np

from cnnlab.grading import Arguments, arguments

CONV = {"type": "conv", "out_channels": 2, "kernel_size": 2}
MAX_POOL = {"type": "max_pool", "kernel_size": 2}
AVG_POOL = {"type": "avg_pool", "kernel_size": 2}
RELU = {"type": "relu"}
FLATTEN = {"type": "flatten"}
LINEAR = {"type": "linear", "out_features": 3}
UNKNOWN = {"type": "dropout"}


def conv_output_size(rng: np.random.Generator) -> Iterator[Arguments]:
    """One axis from a single pixel upwards."""
    for input_size, kernel_size in [(1, 1), (2, 1), (2, 2), (3, 2), (4, 2), (5, 3), (6, 2), (7, 3)]:
        yield arguments(input_size, kernel_size)
        yield arguments(input_size, kernel_size, stride=2)
        yield arguments(input_size, kernel_size, stride=3)
        yield arguments(input_size, kernel_size, padding=1)
    for input_size, kernel_size, stride, padding in [(2, 3, 1, 1), (3, 5, 2, 2), (6, 4, 2, 1), (8, 3, 3, 2)]:
        yield arguments(input_size, kernel_size, stride, padding)
    for _ in range(10):
        kernel_size, stride, padding = (int(size) for size in rng.integers([1, 1, 0], [6, 5, 4]))
        yield arguments(int(rng.integers(kernel_size, 15)), kernel_size, stride, padding)
    yield arguments(1, 2)
    yield arguments(1, 4, padding=1)
    yield arguments(0, 1)
    yield arguments(2, 0)
    yield arguments(2, 1, stride=0)
    yield arguments(2, 1, padding=-1)
    yield arguments(2, 1.5)
    yield arguments(2, True)
    yield arguments(2, 1, padding=True)


def same_padding(rng: np.random.Generator) -> Iterator[Arguments]:
    """Odd kernels upwards, then those without an answer."""
    for kernel_size in range(1, 30, 2):
        yield arguments(kernel_size)
    for half in rng.integers(15, 60, 10):
        yield arguments(2 * int(half) + 1)
    for kernel_size in [2, 4, 6, 8, 10, 0, -1, 2.5]:
        yield arguments(kernel_size)


def conv_parameter_count(rng: np.random.Generator) -> Iterator[Arguments]:
    """Layers from a single weight upwards."""
    sizes = [
        (1, 1, 1),
        (1, 1, 2),
        (1, 2, 1),
        (2, 1, 1),
        (2, 2, 1),
        (2, 2, 2),
        (1, 2, 3),
        (2, 3, 2),
        (3, 2, 3),
        (3, 4, 5),
    ]
    for in_channels, out_channels, kernel_size in sizes:
        yield arguments(in_channels, out_channels, kernel_size)
        yield arguments(in_channels, out_channels, kernel_size, bias=False)
    for kernel_size in [(1, 2), (2, 1), (2, 2), (2, 3)]:
        yield arguments(1, 1, kernel_size)
        yield arguments(2, 3, kernel_size)
        yield arguments(3, 2, kernel_size, bias=False)
    for _ in range(6):
        in_channels, out_channels, height, width = (int(size) for size in rng.integers(1, 10, 4))
        yield arguments(in_channels, out_channels, (height, width))
    yield arguments(0, 1, 1)
    yield arguments(1, 0, 1)
    yield arguments(1, 1, 0)
    yield arguments(1, 1, (1, 0))


def linear_parameter_count(rng: np.random.Generator) -> Iterator[Arguments]:
    """Layers from a single weight upwards."""
    for in_features in [1, 2, 3, 5]:
        for out_features in [1, 2, 3, 4]:
            yield arguments(in_features, out_features)
            yield arguments(in_features, out_features, bias=False)
    for in_features, out_features in rng.integers(5, 100, (6, 2)):
        yield arguments(int(in_features), int(out_features))
    yield arguments(0, 1)
    yield arguments(1, 0)
    yield arguments(1.5, 1)


def trace_shapes(rng: np.random.Generator) -> Iterator[Arguments]:
    """Images of a few pixels through one layer, then through several."""
    images = [(1, 2, 2), (1, 2, 3), (2, 3, 2), (3, 4, 5)]
    for image in images:
        yield arguments(image, [])
        for layer in [RELU, FLATTEN, CONV, MAX_POOL, AVG_POOL]:
            yield arguments(image, [layer])
    for image in images[2:]:
        yield arguments(image, [CONV | {"kernel_size": (1, 2)}])
        yield arguments(image, [CONV | {"stride": (2, 1)}])
        yield arguments(image, [CONV | {"padding": (0, 1)}])
        yield arguments(image, [AVG_POOL | {"kernel_size": (2, 1)}])
        yield arguments(image, [MAX_POOL | {"stride": 1}])
        yield arguments(image, [MAX_POOL | {"padding": 1}])
        yield arguments(image, [FLATTEN, LINEAR])
        yield arguments(image, [CONV, RELU, FLATTEN, FLATTEN, LINEAR, RELU])
    for height, width in [(5, 6), (6, 5), (6, 6), (6, 7), (7, 6), (7, 7), (5, 9), (9, 6)]:
        yield arguments((1, height, width), [CONV | {"stride": 3}])
        yield arguments((2, width, height), [MAX_POOL | {"stride": 3}])
    for height, width in rng.integers(7, 15, (5, 2)):
        yield arguments((2, int(height), int(width)), [CONV, MAX_POOL, CONV, AVG_POOL, FLATTEN, LINEAR])
    for layers in [[LINEAR], [RELU, LINEAR], [CONV, LINEAR], [UNKNOWN], [{}], [FLATTEN, UNKNOWN]]:
        yield arguments((1, 2, 2), layers)
    yield arguments((1, 2, 2), [FLATTEN, CONV])
    yield arguments((1, 2, 2), [FLATTEN, AVG_POOL])
    yield arguments((1, 2, 2), [CONV | {"kernel_size": 3}])
    yield arguments((1, 2, 2), [MAX_POOL, CONV])
    yield arguments((1, 2, 2), [CONV | {"out_channels": 0}])
    yield arguments((1, 2, 2), [CONV | {"kernel_size": True}])
    yield arguments((1, 2, 2), [MAX_POOL | {"padding": 2}])
    yield arguments((2, 2), [RELU])


def receptive_field(rng: np.random.Generator) -> Iterator[Arguments]:
    """No layer, one layer, two, and more."""
    yield arguments([])
    single = [
        RELU,
        CONV | {"kernel_size": 1},
        CONV,
        CONV | {"kernel_size": 3},
        CONV | {"stride": 2},
        MAX_POOL,
        AVG_POOL | {"kernel_size": 3},
        MAX_POOL | {"stride": 1},
        CONV | {"padding": 1},
    ]
    for layer in single:
        yield arguments([layer])
    for first in single[1:7]:
        for second in single[1:7:2]:
            yield arguments([first, second])
    for pool in [MAX_POOL, AVG_POOL | {"kernel_size": 3}, MAX_POOL | {"kernel_size": 4}]:
        for stride in [1, 2, 3]:
            yield arguments([pool | {"stride": stride}, CONV])
    yield arguments([CONV, RELU, CONV, CONV])
    yield arguments([CONV, MAX_POOL, CONV, MAX_POOL, CONV])
    for kernel_size, stride in rng.integers([2, 1], [6, 4], (8, 2)):
        strided = CONV | {"kernel_size": int(kernel_size), "stride": int(stride)}
        yield arguments([strided, MAX_POOL, strided])
    yield arguments([CONV, MAX_POOL, FLATTEN, LINEAR])
    yield arguments([FLATTEN, LINEAR])
    for layers in [[FLATTEN, CONV], [CONV, LINEAR, CONV], [MAX_POOL, FLATTEN, AVG_POOL]]:
        yield arguments(layers)
    yield arguments([UNKNOWN])
    yield arguments([CONV | {"kernel_size": (2, 3)}])
    yield arguments([CONV | {"stride": (1, 2)}])
    yield arguments([CONV | {"stride": 0}])
    yield arguments([CONV | {"kernel_size": True}])
