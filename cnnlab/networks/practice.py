"""A training on a student's own machine: the student's loops, our digits, and our own word on how far it came.

The digits are neither turned nor moved, as in the lecture; the grader's are.
"""

import importlib.metadata
import math
import platform
import time
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnlab import __version__
from cnnlab.course import Training
from cnnlab.messages import Text, text
from cnnlab.networks import measuring
from cnnlab.networks.digits import Digits, Split
from cnnlab.networks.history import History, Misread, Plan, Point, Score
from cnnlab.networks.learner import Learner
from cnnlab.networks.schedule import learning_rates
from cnnlab.networks.students_fault import StudentFault
from cnnlab.networks.workbench.training import NotANumber

# How often a training is measured in an epoch, unless so few images lie between two points that measuring would take longer.
POINTS, FEWEST = 4, 2000
TRIAL = 100
SHOWN = 25
# Between two ways of adding up there may be rounding, and an image on the edge may fall to the other side.
LOSS_TOLERANCE, IMAGES_TOLERANCE = 1e-3, 2


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
        confusion=measuring.confusion(_guesses(logits), digits.test.labels),
        misread=_misread(logits, digits.test.labels),
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
        for begin, end in zip(edges, edges[1:], strict=False):
            before, after = epoch * per_epoch + begin, epoch * per_epoch + end
            chosen = order[begin * plan.batch_size : end * plan.batch_size]
            try:
                loss = learner.train(
                    split.images[chosen],
                    split.labels[chosen],
                    rates[before:after],
                    lambda number, before=before: progress(before + number),
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


def _broken(step: int, per_epoch: int) -> Text:
    return text(
        "Training was stopped: the weights became NaN (not a number) in step {step}, which is batch {batch} of epoch {epoch}. "
        "Look for a logarithm of zero or a division by it, or try a smaller --learning-rate.",
        step=step + 1,
        batch=step % per_epoch + 1,
        epoch=step // per_epoch + 1,
    )


def score(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> Score:
    """Mean cross-entropy loss per image, and accuracy."""
    shifted = logits.astype(np.float64)
    with np.errstate(all="ignore"):
        shifted -= shifted.max(axis=1, keepdims=True)
        losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    return Score(float(losses.mean()), measuring.accuracy(_guesses(logits), labels))


def disagreement(learner: Learner, split: Split, measured: Score) -> Text | None:
    """What to tell a student whose own evaluate says something else than was measured.

    Raises:
        StudentFault: where evaluate raises.
    """
    said = learner.evaluate(split.images, split.labels)
    if said is None:
        return None
    same_accuracy = abs(said.accuracy - measured.accuracy) * len(split.labels) <= IMAGES_TOLERANCE + 0.5
    if same_accuracy and math.isclose(said.loss, measured.loss, rel_tol=LOSS_TOLERANCE, abs_tol=1e-6):
        return None
    return text(
        "Your evaluate says loss {said_loss} and accuracy {said_accuracy}, but counted image by image they are {loss} and "
        "{accuracy}: weigh each batch by its images, and look at what `cnnlab check` says.",
        said_loss=f"{said.loss:.6g}",
        said_accuracy=f"{said.accuracy:.6g}",
        loss=f"{measured.loss:.6g}",
        accuracy=f"{measured.accuracy:.6g}",
    )


def _guesses(logits: NDArray[np.float32]) -> NDArray[np.int64]:
    """The digit for each image; -1 where the logits are no numbers."""
    return np.where(np.isfinite(logits).all(axis=1), logits.argmax(axis=1), -1)


def _misread(logits: NDArray[np.float32], labels: NDArray[np.int64]) -> tuple[Misread, ...]:
    """The mistakes that the network was surest of."""
    guesses = _guesses(logits)
    wrong = np.flatnonzero((guesses != labels) & (guesses >= 0))
    rows = logits[wrong].astype(np.float64)
    shares = np.exp(rows - rows.max(axis=1, keepdims=True)) if len(rows) else rows
    surest = 1 / shares.sum(axis=1)
    order = np.argsort(-surest, kind="stable")[:SHOWN]
    return tuple(
        Misread(int(wrong[each]), int(labels[wrong[each]]), int(guesses[wrong[each]]), float(surest[each]))
        for each in order
    )


def _versions() -> dict[str, str]:
    packages = {name: importlib.metadata.version(name) for name in ("numpy", "torch")}
    return {"cnnlab": __version__, "python": platform.python_version(), **packages}
