"""Even out light: over the whole image, and locally (Jarrett, Kavukcuoglu, Ranzato & LeCun 2009, section 3.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Map = Sequence[Sequence[float]]


@dataclass(frozen=True)
class Normalised:
    """The steps of local contrast normalisation: what is left without the local mean, and the result."""

    centred: list[list[float]]
    result: list[list[float]]


def lit(values: Map, left: float, right: float) -> list[list[float]]:
    """The same scene under light that goes from `left` to `right` of its strength across the image."""
    last = max(len(values[0]) - 1, 1)
    return [
        [value * (left + (right - left) * column / last) for column, value in enumerate(numbers)] for numbers in values
    ]


def standardised(values: Map) -> list[list[float]]:
    """Subtract one mean and divide by one standard deviation, those of the whole image."""
    import numpy as np

    x = np.asarray(values, dtype=float)
    return [[float(value) for value in row] for row in (x - x.mean()) / x.std()]


def locally_normalised(values: Map, size: int = 9, sigma: float = 2.0) -> Normalised:
    """Subtract the local mean, then divide by the local deviation or by c, whichever is larger.

    The weights are a Gaussian of `sigma` pixels in a window of `size`, and sum to 1; beyond the border the image goes
    on with its last value. c is the mean of all local deviations.
    """
    import numpy as np

    x = np.asarray(values, dtype=float)
    centred = x - _local_mean(x, size, sigma)
    deviation = np.sqrt(_local_mean(centred**2, size, sigma))
    result = centred / np.maximum(deviation.mean(), deviation)
    return Normalised(*([[float(value) for value in row] for row in each] for each in (centred, result)))


def _local_mean(x: "NDArray[np.float64]", size: int, sigma: float) -> "NDArray[np.float64]":
    import numpy as np
    from numpy.lib.stride_tricks import sliding_window_view

    along = np.exp(-(np.arange(-(size // 2), size // 2 + 1) ** 2) / (2 * sigma**2))
    weights = np.outer(along, along) / along.sum() ** 2
    windows = sliding_window_view(np.pad(x, size // 2, mode="edge"), weights.shape)
    mean: NDArray[np.float64] = np.einsum("ijmn,mn->ij", windows, weights)
    return mean


def misjudged(values: Map, ink: Map) -> int:
    """How many pixels the best single threshold puts on the wrong side, when those of `ink` above 0.5 are sought."""
    import numpy as np

    wanted = np.asarray(ink).ravel() > 0.5
    x = np.asarray(values, dtype=float).ravel()
    thresholds = np.append(np.unique(x), np.inf)
    return int(min(((x >= threshold) != wanted).sum() for threshold in thresholds))
