"""What the grader found out about a network by computing it itself, as frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cnnlab.messages import Text


@dataclass(frozen=True)
class LayerOfNetwork:
    """A layer as the exported graph has it: what it is, the shape that one image has behind it, and its parameters."""

    kind: str
    shape: tuple[int, ...]
    parameters: int


@dataclass(frozen=True)
class Measured:
    """How far training had come: epochs, the loss that the student's loop returned, accuracy on the held-out digits."""

    epochs: float
    loss: float
    held_out: float


@dataclass(frozen=True)
class Certificate:
    """A network trained with the student's code and measured by the grader.

    `refusal` says why no accuracy is certified. `accuracy`, in [0, 1], is that of `images` graded digits from `source`.
    `confusion[digit][guess]` counts them. `steps` are the accuracies that are worth points. `seconds` says how long each part of the work took.
    """

    source: str
    device: str
    images: int = 0
    accuracy: float = 0.0
    refusal: Text | None = None
    notes: tuple[Text, ...] = ()
    parameters: int = 0
    layers: tuple[LayerOfNetwork, ...] = ()
    curve: tuple[Measured, ...] = ()
    confusion: tuple[tuple[int, ...], ...] = ()
    steps: tuple[float, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
