"""A training on a student's own machine: the student's loops, our digits, and our own word on how far it came.

The digits are neither turned nor moved, as in the lecture; the grader's are.
"""

import itertools
import math
import platform
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from cnnlab import __version__
from cnnlab.course import Training
from cnnlab.messages import Text, text
from cnnlab.networks import measuring
from cnnlab.networks.digits import Digits
from cnnlab.networks.history import History, Plan, Point
from cnnlab.networks.learner import Learner
from cnnlab.networks.schedule import learning_rates
from cnnlab.networks.scoring import guesses_of, misread_of, score
from cnnlab.networks.students_fault import StudentFault
from cnnlab.networks.workbench.training import NotANumber

# How often a training is measured in an epoch, unless so few images lie between two points that measuring would take longer.
POINTS, FEWEST = 4, 2000
TRIAL = 100


def epochs_of(training: Training, digits: Digits) -> int:
    """How often training goes through the images to be of the grader's length: more often where there are few."""
    return training.epochs * -(-training.images_per_epoch // len(digits.train.images))


def practise(
    learner: Learner,
    digits: Digits,
    plan: Plan,
    slug: str,
    on_batch: Callable[[int], None] = lambda _: None,
    on_point: Callable[[Point], None] = lambda _: None,
) -> tuple[History, Mapping[str, NDArray[Any]]]:
    """Train as planned, or until Ctrl-C, and measure.

    Args:
        on_batch: is told how many batches are done.
        on_point: is told each point.

    Returns:
        The history, and the weights at its end.

    Raises:
        StudentFault: where the student's code raises or returns what it should not, or the loss is no number any more.
        Fault: where the device has not enough memory.
    """
    started = time.monotonic()
    # What is wrong with evaluate shows now, not when everything is trained.
    learner.evaluate(digits.held_out.images[:TRIAL], digits.held_out.labels[:TRIAL])
    points: list[Point] = []
    done = 0

    def progress(batches: int) -> None:
        nonlocal done
        done = batches
        on_batch(batches)

    try:
        _train(learner, digits, plan, points, progress, on_point)
    except KeyboardInterrupt:
        pass  # what was reached is worth keeping
    else:
        done = plan.epochs * batches_per_epoch(digits, plan)
    seconds = time.monotonic() - started
    logits = learner.logits(digits.test.images)
    history = History(
        assignment=slug,
        source=digits.source.value,
        plan=plan,
        epochs=done / batches_per_epoch(digits, plan),
        points=tuple(points),
        test=score(logits, digits.test.labels),
        confusion=measuring.confusion(guesses_of(logits), digits.test.labels),
        misread=misread_of(logits, digits.test.labels),
        seconds=seconds,
        versions=_versions(),
    )
    return history, learner.weights()


def batches_per_epoch(digits: Digits, plan: Plan) -> int:
    """The last batch of an epoch may be smaller than the others."""
    return -(-len(digits.train.images) // plan.batch_size)


def _train(
    learner: Learner,
    digits: Digits,
    plan: Plan,
    points: list[Point],
    progress: Callable[[int], None],
    on_point: Callable[[Point], None],
) -> None:
    """Part by part; each ends with a point."""
    split, per_epoch = digits.train, batches_per_epoch(digits, plan)
    rates = learning_rates(plan.learning_rate, per_epoch * plan.epochs)
    parts = min(POINTS, max(len(split.images) // FEWEST, 1), per_epoch)
    edges = [per_epoch * part // parts for part in range(parts + 1)]
    rng = np.random.default_rng(plan.seed)
    for epoch in range(plan.epochs):
        order = rng.permutation(len(split.images))
        for begin, end in itertools.pairwise(edges):
            before, after = epoch * per_epoch + begin, epoch * per_epoch + end
            chosen = order[begin * plan.batch_size : end * plan.batch_size]
            try:
                loss = learner.train(
                    split.images[chosen], split.labels[chosen], rates[before:after], partial(_advance, progress, before)
                )
            except NotANumber as stop:
                raise StudentFault(_broken(before + stop.args[0], per_epoch)) from stop
            progress(after)
            held_out = score(learner.logits(digits.held_out.images), digits.held_out.labels)
            if not math.isfinite(loss) or not math.isfinite(held_out.loss):
                raise StudentFault(
                    text(
                        "Training was stopped after step {step}: the loss is no number any more ({loss} in training, "
                        "{held_out} on held-out digits). Look for what grows without bound, or try a smaller --learning-rate.",
                        step=after,
                        loss=loss,
                        held_out=held_out.loss,
                    )
                )
            points.append(Point(after / per_epoch, loss, held_out))
            on_point(points[-1])


def _advance(progress: Callable[[int], None], before: int, number: int) -> None:
    progress(before + number)


def _broken(step: int, per_epoch: int) -> Text:
    return text(
        "Training was stopped: the weights became NaN (not a number) in step {step}, which is batch {batch} of epoch {epoch}. "
        "Look for a logarithm of zero or a division by it, or try a smaller --learning-rate.",
        step=step + 1,
        batch=step % per_epoch + 1,
        epoch=step // per_epoch + 1,
    )


def _versions() -> dict[str, str]:
    return {
        "cnnlab": __version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "torch": str(torch.__version__),
    }
