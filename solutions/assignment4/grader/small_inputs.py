"""Where counterexamples are looked for, and misconceptions told apart: layers of two or three classes, then networks."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from cnnlab.grading import Arguments, arguments

# Images and images per batch: one batch, full batches, and a smaller one at the end.
PORTIONS = [(1, 1), (2, 2), (2, 1), (3, 2), (4, 2), (5, 2), (4, 3), (5, 4)]


def train_epoch(rng: np.random.Generator) -> Iterator[Arguments]:
    """Layers of two and three classes; at first only to see the loss, then with steps, then beginning in evaluation mode."""
    for count, batch_size in PORTIONS:
        yield arguments(**_lesson(rng, count), batch_size=batch_size, learning_rate=0.0)
        yield arguments(**_lesson(rng, count), batch_size=batch_size, learning_rate=1.0)
    for count, batch_size in PORTIONS:
        yield arguments(**_lesson(rng, count, classes=3), batch_size=batch_size, learning_rate=0.5)
    for count, batch_size in PORTIONS[:4]:
        lesson = _lesson(rng, count)
        yield arguments(**lesson, batch_size=batch_size, learning_rate=0.5, begins_in_training=False)


def train_epoch_elsewhere(rng: np.random.Generator) -> Iterator[Arguments]:
    """Layers of two and three classes."""
    for count, batch_size in PORTIONS:
        yield arguments(**_lesson(rng, count), batch_size=batch_size)
        yield arguments(**_lesson(rng, count, classes=3), batch_size=batch_size)


def evaluate(rng: np.random.Generator) -> Iterator[Arguments]:
    """Two and three classes, also with as many images in a batch as there are classes; then the modes."""
    for count, batch_size in PORTIONS:
        yield arguments(**_test(rng, count), batch_size=batch_size)
        yield arguments(**_test(rng, count, classes=3), batch_size=batch_size)
    yield arguments(**_test(rng, 6, classes=3), batch_size=3)
    for count, batch_size in PORTIONS[:4]:
        yield arguments(**_test(rng, count), batch_size=batch_size, begins_in_training=True)
        yield arguments(**_test(rng, count), batch_size=batch_size, watches_gradients=True)


def evaluate_elsewhere(rng: np.random.Generator) -> Iterator[Arguments]:
    """Two and three classes."""
    for count, batch_size in PORTIONS:
        yield arguments(**_test(rng, count), batch_size=batch_size)
        yield arguments(**_test(rng, count, classes=3), batch_size=batch_size)


def after_evaluate(rng: np.random.Generator) -> Iterator[Arguments]:
    """Images of one pixel, and of four."""
    for count, batch_size, side in [(2, 2, 1), (3, 3, 1), (4, 2, 1), (5, 3, 2)]:
        images = rng.integers(-3, 4, (count, 1, side, side)).astype(float)
        yield arguments(images, rng.integers(0, 3, count), batch_size, count)


def logits(rng: np.random.Generator) -> Iterator[Arguments]:
    """Black, grey and white images, then noise; at last a batch so large that a wrong view fits."""
    for seed, grey in enumerate([0.0, 0.5, 1.0]):
        yield arguments(np.full((1, 1, 28, 28), grey), seed)
    for count in (1, 2, 3):
        yield arguments(rng.standard_normal((count, 1, 28, 28)), count)
    for seed in (0, 1):
        yield arguments(rng.standard_normal((25, 1, 28, 28)), seed)


def parameter_count(_: np.random.Generator) -> Iterator[Arguments]:
    """Two networks: each has as many."""
    for seed in range(2):
        yield arguments(seed)


def outline(_: np.random.Generator) -> Iterator[Arguments]:
    """Batches of one and two images, and one that a wrong view fits."""
    for count in (1, 2, 25):
        yield arguments(count)


def train_network(rng: np.random.Generator) -> Iterator[Arguments]:
    """One batch, and two of which the last is smaller. Few, as each answer holds all weights of the network."""
    for count, batch_size in [(2, 2), (5, 3)]:
        yield arguments(*_pictures(rng, count), batch_size, 0.05, count)


def gradients(rng: np.random.Generator) -> Iterator[Arguments]:
    """Batches of one and of three images."""
    for count in (1, 3):
        yield arguments(*_pictures(rng, count), count)


def moves(rng: np.random.Generator) -> Iterator[Arguments]:
    """One batch, two, and a smaller one at the end."""
    for count, batch_size in [(1, 1), (2, 2), (2, 1), (5, 3)]:
        yield arguments(*_pictures(rng, count), batch_size, 0.05, count)


def _lesson(rng: np.random.Generator, count: int, classes: int = 2) -> dict[str, Any]:
    return {
        "weight": rng.integers(-2, 3, (classes, 2)).astype(float),
        "bias": np.zeros(classes),
        "images": rng.integers(-3, 4, (count, 2)).astype(float),
        "labels": rng.integers(0, classes, count),
    }


def _test(rng: np.random.Generator, count: int, classes: int = 2) -> dict[str, Any]:
    # No two logits of an image are the same, so that it is clear which is the largest.
    logits = np.stack([rng.permutation(np.arange(-4.0, 5.0))[:classes] for _ in range(count)])
    right = rng.random(count) < 0.6
    return {"logits": logits, "labels": np.where(right, logits.argmax(axis=1), rng.integers(0, classes, count))}


def _pictures(rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    return rng.standard_normal((count, 1, 28, 28)), rng.integers(0, 10, count)
