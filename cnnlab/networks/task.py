"""What every submission of a class is trained and measured with, made once."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnnlab.course import Levels, Training
from cnnlab.networks.digits import Digits, Split
from cnnlab.networks.framework import FRAMEWORKS, Framework
from cnnlab.networks.warping import GRADED, to_pixels, warp

REHEARSED = 960

Generate = Callable[[str], np.random.Generator]


@dataclass(frozen=True)
class Task:
    """What every submission of a class is trained and measured with."""

    digits: Digits
    training: Training
    graded: NDArray[np.uint8]
    held_out: NDArray[np.uint8]
    levels: Levels
    device: str = "cpu"

    @property
    def framework(self) -> Framework:
        """How images are laid out and training is repeated."""
        return FRAMEWORKS[self.training.framework]


def prepare(digits: Digits, training: Training, levels: Levels, generate: Generate, device: str = "cpu") -> Task:
    """Turn, move and shuffle the graded and the held-out digits by the course's secret, once for the class."""
    digits = replace(
        digits,
        test=_shuffled(digits.test, generate("order of the graded digits")),
        held_out=_shuffled(digits.held_out, generate("order of the held-out digits")),
    )
    graded = warp(to_pixels(digits.test.images), GRADED, generate("graded digits"))
    held_out = warp(to_pixels(digits.held_out.images), GRADED, generate("held-out digits"))
    return Task(digits, training, graded, held_out, levels, device)


def rehearse(task: Task) -> Task:
    """The same task with a few images and no demands on accuracy: what is refused is refused all the same, in a second."""
    few = slice(0, REHEARSED)
    digits = replace(
        task.digits,
        train=_cut(task.digits.train, few),
        held_out=_cut(task.digits.held_out, few),
        test=_cut(task.digits.test, few),
    )
    return replace(
        task,
        digits=digits,
        training=replace(task.training, epochs=1, parts=1, images_per_epoch=REHEARSED),
        graded=task.graded[few],
        held_out=task.held_out[few],
        levels=replace(task.levels, steps=(0.0,) * len(task.levels.steps)),
    )


def _shuffled(split: Split, rng: np.random.Generator) -> Split:
    order = rng.permutation(len(split.labels))
    return Split(split.images[order], split.labels[order])


def _cut(split: Split, part: slice) -> Split:
    return Split(split.images[part], split.labels[part])
