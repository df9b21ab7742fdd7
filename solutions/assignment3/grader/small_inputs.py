"""Where counterexamples are looked for: calls from the smallest upwards, wrong arguments last."""

from collections.abc import Iterator

import numpy as np

from cnnlab.grading import Arguments, arguments


def max_pool2d(rng: np.random.Generator) -> Iterator[Arguments]:
    """Images from one window upwards, then one with a NaN, then wrong arguments."""
    yield from _right_arguments(rng)
    x = _whole_numbers(rng, 1, 1, 2, 4)
    x[0, 0, 1, 2] = np.nan
    yield arguments(x, 2)
    yield arguments(x, (1, 3), stride=1)
    yield from _wrong_arguments(rng)


def avg_pool2d(rng: np.random.Generator) -> Iterator[Arguments]:
    """Images from one window upwards, then some where the border weighs less, then wrong arguments."""
    yield from _right_arguments(rng)
    for height, width in [(2, 2), (3, 3), (3, 4), (5, 4)]:
        x = _whole_numbers(rng, 1, 1, height, width)
        yield arguments(x, 3, stride=1, padding=1)
        yield arguments(x, (3, 1), padding=(1, 0))
    yield from _wrong_arguments(rng)


def _right_arguments(rng: np.random.Generator) -> Iterator[Arguments]:
    yield arguments(-1 - np.abs(_whole_numbers(rng, 1, 1, 2, 2)), 2)
    for height, width in [(2, 2), (2, 3), (3, 3), (4, 4), (3, 5)]:
        x = _whole_numbers(rng, 1, 1, height, width)
        yield arguments(x, 2)
        yield arguments(x, 2, stride=1)
        yield arguments(x, 2, padding=1)
        yield arguments(x, (1, 2), stride=1)
        yield arguments(x, (2, 1))
    for height, width in [(2, 2), (2, 4), (3, 3)]:
        whole = rng.integers(-9, 10, (1, 1, height, width))
        yield arguments(whole, 2)
        yield arguments(whole, 2, stride=1)
    yield arguments(_whole_numbers(rng, 2, 1, 2, 2), 2)
    yield arguments(_whole_numbers(rng, 1, 2, 2, 2), 2)
    for x in (_whole_numbers(rng, 1, 1, 4, 5), _whole_numbers(rng, 2, 2, 5, 4)):
        yield arguments(x, 2, stride=(1, 2))
        yield arguments(x, 2, stride=3)
        yield arguments(x, 2, stride=1, padding=(1, 0))
        yield arguments(x, 2, stride=1, padding=(0, 1))
        yield arguments(x, 3, stride=2, padding=1)
        yield arguments(x, (3, 2), stride=(2, 1), padding=(1, 0))
    yield arguments(np.array([[[[-3e40, -2e40], [-1e40, -4e40]]]]), 2)
    yield arguments(np.array([[[[-3e40, -2e40], [-1e40, -4e40]]]]), 2, padding=1)


def _wrong_arguments(rng: np.random.Generator) -> Iterator[Arguments]:
    x = _whole_numbers(rng, 1, 1, 3, 3)
    yield arguments(x, 2, padding=2)
    yield arguments(x, (3, 2), padding=(1, 2))
    yield arguments(x, 2, padding=-1)
    yield arguments(x, 4)
    yield arguments(x, (1, 4))
    yield arguments(x, 0)
    yield arguments(x, 1.5)
    yield arguments(x, True)
    yield arguments(x, (2, 2, 2))
    yield arguments(x, 2, stride=0)
    yield arguments(x, 2, stride=(1, -1))
    yield arguments(x, 2, stride=True)
    yield arguments(x, 2, padding=True)
    yield arguments(x[0], 2)
    yield arguments(x[0, 0], 2)


def _whole_numbers(rng: np.random.Generator, *shape: int) -> np.ndarray:
    return rng.integers(-9, 10, shape).astype(float)
