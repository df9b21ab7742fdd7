"""Where counterexamples are looked for, and misconceptions told apart.

Few, as every call makes a model, for every misconception: two are the least that tell anything.
"""

from collections.abc import Iterator

import numpy as np

from cnnlab.grading import Arguments, arguments


def parameter_count(_: np.random.Generator) -> Iterator[Arguments]:
    """Twice the same question: there is no other."""
    yield arguments()
    yield arguments()


def shares_weights(_: np.random.Generator) -> Iterator[Arguments]:
    """Twice the same question: there is no other."""
    yield arguments()
    yield arguments()


def outline(_: np.random.Generator) -> Iterator[Arguments]:
    """Batches of one and of two images."""
    for count in (1, 2):
        yield arguments(count)


def answers(rng: np.random.Generator) -> Iterator[Arguments]:
    """A white image, then noise."""
    yield arguments(np.ones((1, 28, 28, 1)), 0)
    for count in (1, 2):
        yield arguments(_images(rng, count), count)


def evaluated(rng: np.random.Generator) -> Iterator[Arguments]:
    """One image, and two."""
    for count in (1, 2):
        yield arguments(_images(rng, count), rng.integers(0, 10, count), count)


def evaluated_by_hand(_: np.random.Generator) -> Iterator[Arguments]:
    """A 0 and a 7 that are taken for a 0, the more surely the second time."""
    for power in (2.0, 3.0):
        yield arguments(np.log([power, 1, 1, 1, 1, 1, 1, 1, 1, 1]), np.array([0, 7]))


def moves(rng: np.random.Generator) -> Iterator[Arguments]:
    """One image, and two."""
    for count in (1, 2):
        yield arguments(_images(rng, count), rng.integers(0, 10, count), count)


def moves_by_train(rng: np.random.Generator) -> Iterator[Arguments]:
    """Two images, of which one is held out, and eleven."""
    for count in (2, 11):
        yield arguments(_images(rng, count), rng.integers(0, 10, count), count)


def batches(_: np.random.Generator) -> Iterator[Arguments]:
    """Part of a batch, a whole one, a batch and a smaller one, also in two epochs."""
    for count, epochs in [(10, 1), (40, 2), (71, 1), (80, 2)]:
        yield arguments(count, epochs)


def train(rng: np.random.Generator) -> Iterator[Arguments]:
    """At first nothing is learned, then something; part of a batch, and then more than one."""
    zeros = {"weight": np.zeros((1, 10)), "bias": np.zeros(10)}
    for count, epochs, learning_rate in [(10, 1, 0.0), (10, 2, 1.0), (80, 1, 1.0), (80, 2, 1.0)]:
        brightness = np.round(np.arange(count) / count, 2)
        labels = rng.integers(0, 10, count)
        yield arguments(**zeros, brightness=brightness, labels=labels, epochs=epochs, learning_rate=learning_rate)


def _images(rng: np.random.Generator, count: int) -> np.ndarray:
    return rng.integers(0, 5, (count, 28, 28, 1)) / 4
