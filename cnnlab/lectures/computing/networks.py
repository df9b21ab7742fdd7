"""Networks as lists of layers: the shape behind each, its parameters, and its multiplications for one image.

Shapes are (channels, height, width), or (values,) once they are laid out in a row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import prod

Shape = tuple[int, ...]


class Kind(Enum):
    """What a layer does."""

    CONVOLUTION = "convolution"
    POOLING = "pooling"
    FLATTEN = "flatten"
    DENSE = "dense"
    RADIAL = "radial"


@dataclass(frozen=True)
class Layer:
    """A layer; `outputs` are its maps or values.

    `joined` says how many (input map, output map) pairs have a kernel, where that is not every pair. Pooling with
    `scaled` multiplies each map by a weight and adds a bias, as LeNet-5 did; a RADIAL layer has fixed weights.
    """

    name: str
    kind: Kind
    outputs: int = 0
    kernel_size: int = 1
    joined: int | None = None
    scaled: bool = False


@dataclass(frozen=True)
class Step:
    """A layer in its place: the shape behind it, and what it costs."""

    layer: Layer
    shape: Shape
    parameters: int
    multiplications: int


def steps(layers: Sequence[Layer], image: Shape) -> list[Step]:
    """Follow one image through the layers. No layer pads; windows of pooling do not overlap."""
    found: list[Step] = []
    shape = image
    for layer in layers:
        step = _step(layer, shape)
        shape = step.shape
        found.append(step)
    return found


def total(found: Sequence[Step]) -> int:
    """All parameters of a network."""
    return sum(step.parameters for step in found)


def _step(layer: Layer, shape: Shape) -> Step:
    k = layer.kernel_size
    if layer.kind is Kind.CONVOLUTION:
        channels, height, width = shape
        behind = (layer.outputs, height - k + 1, width - k + 1)
        kernels = layer.joined if layer.joined is not None else channels * layer.outputs
        return Step(layer, behind, kernels * k * k + layer.outputs, kernels * k * k * behind[1] * behind[2])
    if layer.kind is Kind.POOLING:
        channels, height, width = shape
        behind = (channels, height // k, width // k)
        return Step(layer, behind, 2 * channels * layer.scaled, prod(behind) * layer.scaled)
    if layer.kind is Kind.FLATTEN:
        return Step(layer, (prod(shape),), 0, 0)
    weights = prod(shape) * layer.outputs
    return Step(layer, (layer.outputs,), weights + layer.outputs if layer.kind is Kind.DENSE else 0, weights)


def _convolution(name: str, outputs: int, kernel_size: int = 3, joined: int | None = None) -> Layer:
    return Layer(name, Kind.CONVOLUTION, outputs, kernel_size, joined)


def _pooling(name: str, scaled: bool = False) -> Layer:
    return Layer(name, Kind.POOLING, kernel_size=2, scaled=scaled)


DIGIT: Shape = (1, 28, 28)
PYTORCH = (
    _convolution("conv1", 32),
    _pooling("pool1"),
    _convolution("conv2", 64),
    _pooling("pool2"),
    Layer("flatten", Kind.FLATTEN),
    Layer("fc1", Kind.DENSE, 128),
    Layer("fc2", Kind.DENSE, 10),
)
KERAS = (
    _convolution("conv1", 32),
    _pooling("pool1"),
    _convolution("conv2", 64),
    _pooling("pool2"),
    _convolution("conv3", 64),
    Layer("flatten", Kind.FLATTEN),
    Layer("dense1", Kind.DENSE, 64),
    Layer("dense2", Kind.DENSE, 10),
)

LENET_IMAGE: Shape = (1, 32, 32)
LENET_SEES = tuple(
    [tuple((first + place) % 6 for place in range(3)) for first in range(6)]
    + [tuple((first + place) % 6 for place in range(4)) for first in range(6)]
    + [(0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5), tuple(range(6))]
)
"""Which of the six maps each of the sixteen maps of C3 looks at: LeCun et al. 1998, table I."""

LENET = (
    _convolution("C1", 6, 5),
    _pooling("S2", scaled=True),
    _convolution("C3", 16, 5, joined=sum(len(seen) for seen in LENET_SEES)),
    _pooling("S4", scaled=True),
    _convolution("C5", 120, 5),
    Layer("F6", Kind.DENSE, 84),
    Layer("output", Kind.RADIAL, 10),
)
"""LeNet-5 as published: LeCun, Bottou, Bengio, Haffner, Gradient-based learning applied to document recognition, 1998."""


def shape_in_words(shape: Shape) -> str:
    """32×26×26, or 1,600."""
    return "×".join(map(str, shape)) if len(shape) > 1 else f"{shape[0]:,}"
