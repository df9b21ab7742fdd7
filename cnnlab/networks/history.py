"""What a training on a student's own machine came to, as frozen data, and as JSON."""

import dataclasses
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SCHEMA = 1
MADE_BY = "cnnlab train"


@dataclass(frozen=True)
class Plan:
    """What a training was asked to be: its peak learning rate, its device as PyTorch names it, and what seeds its chance."""

    epochs: int
    batch_size: int
    learning_rate: float
    device: str
    seed: int


@dataclass(frozen=True)
class Score:
    """The mean loss per image, and the share of images that were recognised, in [0, 1]."""

    loss: float
    accuracy: float


@dataclass(frozen=True)
class Point:
    """How far training had come after so many epochs.

    `training_loss` is the mean per image since the point before, as the student's loop returned it; the network was getting
    better meanwhile. `held_out` is measured at the point itself.
    """

    epochs: float
    training_loss: float
    held_out: Score


@dataclass(frozen=True)
class Misread:
    """A test image, by its number, that was taken for another digit, with the probability that the network gave to it."""

    number: int
    digit: int
    guess: int
    probability: float


@dataclass(frozen=True)
class History:
    """A training from beginning to end.

    `epochs` is how far it came, which is less than planned where somebody stopped it. `confusion[digit][guess]` counts the test
    images. `misread` has the mistakes that the network was surest of.
    """

    assignment: str
    source: str
    plan: Plan
    epochs: float
    points: tuple[Point, ...]
    test: Score
    confusion: tuple[tuple[int, ...], ...]
    misread: tuple[Misread, ...]
    seconds: float
    versions: Mapping[str, str]


def images_in(history: History) -> int:
    """How many test images were answered with a digit."""
    return sum(map(sum, history.confusion))


def mistakes_in(history: History) -> int:
    """How many of them with a wrong one."""
    return images_in(history) - sum(row[digit] for digit, row in enumerate(history.confusion))


def to_json(history: History) -> str:
    """The history, indented; numbers that JSON does not have (NaN, infinity) become null."""
    table = {"schema": SCHEMA, "made_by": MADE_BY, **dataclasses.asdict(history)}
    return json.dumps(_without_nan(table), indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def is_history(words: str) -> bool:
    """Whether these are the words of a history that `to_json` wrote."""
    try:
        table = json.loads(words)
    except ValueError:
        return False
    return isinstance(table, dict) and table.get("made_by") == MADE_BY


def _without_nan(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_nan(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_nan(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value
