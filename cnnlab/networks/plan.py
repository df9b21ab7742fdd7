"""The plan of a training: every epoch shuffled, warped and cut into parts anew."""

from collections.abc import Iterator

import numpy as np

from cnnlab.networks.audit import Part
from cnnlab.networks.schedule import learning_rates
from cnnlab.networks.task import Generate, Task
from cnnlab.networks.warping import TRAINED, to_pixels, warp


def parts_of(task: Task, generate: Generate) -> Iterator[Part]:
    """The whole plan: every epoch shuffled, warped and cut anew."""
    plan, split = task.training, task.digits.train
    pixels = to_pixels(split.images)
    # A small set of digits is gone through several times in what is called an epoch here.
    rounds = -(-plan.images_per_epoch // len(pixels))
    total = min(rounds * len(pixels), max(plan.images_per_epoch, plan.max_images_per_epoch))
    size = -(-total // plan.parts)
    sizes = [min(size, total - start) for start in range(0, total, size)]
    counts = [-(-each // plan.batch_size) for each in sizes]
    steps = sum(counts) * plan.epochs
    constant = task.framework.constant_rate
    rates = [plan.learning_rate] * steps if constant else learning_rates(plan.learning_rate, steps)
    first = 0
    for epoch in range(plan.epochs):
        rng = generate(f"epoch {epoch}")
        order = np.concatenate([rng.permutation(len(pixels)) for _ in range(rounds)])[:total]
        warped = warp(pixels[order], TRAINED, rng)
        labels = split.labels[order]
        start = 0
        for count, length in zip(counts, sizes, strict=True):
            now, rates = rates[:count], rates[count:]
            part = slice(start, start + length)
            yield Part(warped[part], labels[part], plan.batch_size, now, int(rng.integers(2**31)), first)
            start, first = start + length, first + count
