"""Cells of the visual pathway as the textbooks model them: photopigments, centre and surround, simple and complex cells.

Pigments: Govardovskii et al. 2000, equation 1 (the A1 alpha band). Centre and surround: Rodieck 1965. Energy model of
complex cells: Adelson & Bergen 1985.
"""

from collections.abc import Sequence
from math import exp, hypot, pi
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PEAKS = {"S": 420, "rod": 498, "M": 534, "L": 564}
"""Wavelengths in nanometres at which human pigments absorb most (Bowmaker & Dartnall 1980)."""


def absorbed(wavelength: float, peak: float) -> float:
    """What a pigment absorbs at a wavelength (nm), in relation to its peak; the faint beta band is left out."""
    x = peak / wavelength
    bend = 0.8795 + 0.0459 * exp(-((peak - 300) ** 2) / 11940)
    return 1 / (exp(69.7 * (bend - x)) + exp(28 * (0.922 - x)) + exp(-14.9 * (1.104 - x)) + 0.674)


def sensitivity_of_centre_and_surround(distance: float, centre: float, surround: float, balance: float) -> float:
    """The difference of two Gaussians at a distance from the middle; in two dimensions they hold 1 and `balance`."""

    def bell(width: float) -> float:
        return exp(-(distance**2) / (2 * width**2)) / (2 * pi * width**2)

    return bell(centre) - balance * bell(surround)


def response_to_spot(radius: float, centre: float, surround: float, balance: float) -> float:
    """The same cell's response to a spot of light of a radius on its middle: the difference summed over the spot."""
    return 1 - exp(-(radius**2) / (2 * centre**2)) - balance * (1 - exp(-(radius**2) / (2 * surround**2)))


def lit(radius: float, distance: float, width: float) -> float:
    """How much of a round Gaussian that holds 1 lies within a spot whose middle is at a distance from its own.

    Summed over rings of the spot (Gauss-Legendre) and, on each, over its angles.
    """
    import numpy as np

    nodes, weights = np.polynomial.legendre.leggauss(96)
    ring = radius / 2 * (nodes[:, None] + 1)
    angle = np.linspace(0, 2 * pi, 360, endpoint=False)
    far = ring**2 + distance**2 - 2 * ring * distance * np.cos(angle)
    along = np.exp(-far / (2 * width**2)).mean(axis=1) * ring[:, 0] / width**2
    return float((along * weights).sum() * radius / 2)


SIDE, WIDTH, WAVE = 41, 6.0, 16.0
"""The patch in pixels, the width of its Gaussian, and the period of its wave."""


def gabor(phase: float, turn: float = 0.0) -> "NDArray[np.float64]":
    """A wave under a Gaussian: the weights of a simple cell. `turn` in degrees; 0 prefers upright bars."""
    import numpy as np

    half = SIDE // 2
    down, across = np.mgrid[-half : half + 1, -half : half + 1].astype(float)
    along = across * np.cos(np.radians(turn)) + down * np.sin(np.radians(turn))
    weights: NDArray[np.float64] = np.exp(-(across**2 + down**2) / (2 * WIDTH**2)) * np.cos(
        2 * np.pi * along / WAVE + phase
    )
    return weights


def bar(place: float, turn: float = 0.0, wide: float = 5.0) -> "NDArray[np.float64]":
    """A long light bar on dark ground; its middle is `place` pixels from that of the patch, across the bar."""
    import numpy as np

    half = SIDE // 2
    down, across = np.mgrid[-half : half + 1, -half : half + 1].astype(float)
    along = across * np.cos(np.radians(turn)) + down * np.sin(np.radians(turn))
    lit: NDArray[np.float64] = np.clip(wide / 2 + 0.5 - np.abs(along - place), 0, 1)
    return lit


def simple_cell(stimulus: "NDArray[np.float64]", turn: float = 0.0) -> float:
    """A sum of products that cannot be less than nothing; a cell that prefers light bars in the middle of its field."""
    return max(0.0, float((gabor(0.0, turn) * stimulus).sum()))


def complex_cell(stimulus: "NDArray[np.float64]") -> float:
    """The root of the sum of two squares: the answers of simple cells a quarter of a wave apart."""
    even, odd = (float((gabor(phase) * stimulus).sum()) for phase in (0.0, -pi / 2))
    return hypot(even, odd)


def relative(values: Sequence[float]) -> list[float]:
    """The same values in relation to the largest."""
    largest = max(values)
    return [value / largest for value in values]
