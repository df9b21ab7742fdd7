"""What logits are worth: loss, accuracy, mistakes; and whether a student's own evaluate says the same."""

import math

import numpy as np
from numpy.typing import NDArray

from cnnlab.messages import Text, text
from cnnlab.networks.digits import Split
from cnnlab.networks.history import Misread, Score
from cnnlab.networks.learner import Learner
from cnnlab.networks.measuring import accuracy

# Between two ways of adding up there may be rounding, and an image on the edge may fall to the other side.
LOSS_TOLERANCE, IMAGES_TOLERANCE = 1e-3, 2.5
SHOWN = 25

Logits = NDArray[np.float32]
Labels = NDArray[np.int64]


def score(logits: Logits, labels: Labels) -> Score:
    """Mean cross-entropy loss per image, and accuracy."""
    shifted = logits.astype(np.float64)
    with np.errstate(all="ignore"):
        shifted -= shifted.max(axis=1, keepdims=True)
        losses = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    return Score(float(losses.mean()), accuracy(guesses_of(logits), labels))


def disagreement(learner: Learner, split: Split, measured: Score) -> Text | None:
    """What to tell a student whose own evaluate says something else than was measured.

    Raises:
        StudentFault: where evaluate raises.
    """
    said = learner.evaluate(split.images, split.labels)
    if said is None:
        return None
    same_accuracy = abs(said.accuracy - measured.accuracy) * len(split.labels) <= IMAGES_TOLERANCE
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


def guesses_of(logits: Logits) -> NDArray[np.int64]:
    """The digit for each image; -1 where the logits are no numbers."""
    return np.where(np.isfinite(logits).all(axis=1), logits.argmax(axis=1), -1)


def misread_of(logits: Logits, labels: Labels) -> tuple[Misread, ...]:
    """The mistakes that the network was surest of."""
    guesses = guesses_of(logits)
    wrong = np.flatnonzero((guesses != labels) & (guesses >= 0))
    rows = logits[wrong].astype(np.float64)
    surest = 1 / np.exp(rows - rows.max(axis=1, keepdims=True)).sum(axis=1)
    order = np.argsort(-surest, kind="stable")[:SHOWN]
    return tuple(
        Misread(int(wrong[each]), int(labels[wrong[each]]), int(guesses[wrong[each]]), float(surest[each]))
        for each in order
    )
