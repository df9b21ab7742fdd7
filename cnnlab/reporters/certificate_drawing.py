"""A certified network as it is drawn: its layers, the curve of its training, its confusion matrix."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cnnlab.course import Certificate
from cnnlab.messages import Language, Text, render, text
from cnnlab.reporters.wording import PARTS, SOURCES

LAYERS = {
    "convolution": text("convolution"),
    "max pooling": text("max pooling"),
    "average pooling": text("average pooling"),
    "global pooling": text("global pooling"),
    "fully connected": text("fully connected"),
    "activation": text("activation"),
    "normalisation": text("normalisation"),
    "flatten": text("flatten"),
}
# The plot in its own units: the room for numbers on the left and below, and the whole.
LEFT, BOTTOM, WIDTH, HEIGHT, TOP = 44, 34, 340, 200, 12
TICKS = 4


@dataclass(frozen=True)
class Layer:
    """A row of the table of layers."""

    kind: str
    shape: str
    parameters: str


@dataclass(frozen=True)
class Plot:
    """A curve in the units of its drawing, with the places and words of its ticks."""

    points: tuple[tuple[float, float, str], ...]
    across: tuple[tuple[float, str], ...]
    up: tuple[tuple[float, str], ...]

    @property
    def path(self) -> str:
        """The points as SVG joins them."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in self.points)


@dataclass(frozen=True)
class Drawing:
    """A certificate as it is drawn. `confusion` has, for each digit, counts with their shades; it is empty where nothing was measured."""

    verdict: str
    steps: str
    notes: tuple[str, ...]
    layers: tuple[Layer, ...]
    parameters: str
    loss: Plot | None
    held_out: Plot | None
    confusion: tuple[tuple[tuple[int, float], ...], ...]
    seconds: tuple[tuple[str, str], ...]


def drawing_of(certificate: Certificate, language: Language) -> Drawing:
    """Lay out a certificate."""
    curve = [point for point in certificate.curve if math.isfinite(point.loss)]
    epochs = [point.epochs for point in curve]
    steps = ", ".join(f"{100 * step:.4g} %" for step in certificate.steps)
    return Drawing(
        verdict=render(_verdict(certificate), language),
        steps=render(text("Accuracies that are worth points: {steps}.", steps=steps), language) if steps else "",
        notes=tuple(render(note, language) for note in certificate.notes),
        layers=tuple(
            Layer(
                render(LAYERS.get(layer.kind, Text("{kind}", {"kind": layer.kind})), language),
                " × ".join(map(str, layer.shape)),
                f"{layer.parameters:,}",
            )
            for layer in certificate.layers
        ),
        parameters=f"{certificate.parameters:,}",
        loss=plot(epochs, [point.loss for point in curve]),
        held_out=plot(epochs, [100 * point.held_out for point in curve]),
        confusion=tuple(_shaded(row) for row in certificate.confusion),
        seconds=tuple(
            (render(PARTS.get(name, Text("{name}", {"name": name})), language), f"{seconds:.1f} s")
            for name, seconds in certificate.seconds.items()
        ),
    )


def plot(across: Sequence[float], up: Sequence[float]) -> Plot | None:
    """Lay out a curve; None where there are fewer than two points."""
    if len(across) < 2:
        return None
    right, levels = max(across), _levels(up)
    low, high = levels[0], levels[-1]
    xs = [LEFT + (WIDTH - LEFT) * each / right for each in across]
    ys = [_height(each, low, high) for each in up]
    return Plot(
        tuple(zip(xs, ys, (f"{each:.4g}" for each in up), strict=True)),
        tuple((LEFT + (WIDTH - LEFT) * each / right, f"{each:g}") for each in _whole(right)),
        tuple((_height(each, low, high), f"{each:.3g}") for each in levels),
    )


def _verdict(certificate: Certificate) -> Text:
    source = SOURCES.get(certificate.source, Text("{source}", {"source": certificate.source}))
    if certificate.refusal is not None:
        return text("No accuracy is certified: {refusal}", refusal=certificate.refusal)
    return text(
        "It recognises {accuracy} % of {count} graded digits that it had never seen ({source}).",
        accuracy=f"{100 * certificate.accuracy:.2f}",
        count=f"{certificate.images:,}",
        source=source,
    )


def _shaded(row: Sequence[int]) -> tuple[tuple[int, float], ...]:
    total = sum(row) or 1
    return tuple((count, count / total) for count in row)


def _levels(values: Sequence[float]) -> list[float]:
    """Round numbers, steps of 1, 2 or 5 times a power of ten apart, from below the least value to above the largest."""
    low, high = min(values), max(values)
    rough = (high - low) / TICKS or abs(high) / TICKS or 1.0
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(each for each in (power, 2 * power, 5 * power, 10 * power) if each >= rough * (1 - 1e-9))
    first, last = math.floor(low / step), math.ceil(high / step)
    return [step * each for each in range(first, max(last, first + 1) + 1)]


def _height(value: float, low: float, high: float) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - low) / (high - low)


def _whole(right: float) -> list[float]:
    """Whole epochs, not more than a few of them; parts of one where there is less than one."""
    if right < 1:
        return [0.0, right]
    return [float(each) for each in range(0, int(right) + 1, max(1, int(right) // 5))]
