"""A drawing as MNIST would have it: scaled to fit a box of 20×20 pixels, its centre of mass in the middle of 28×28.

The rule is that of LeCun, Cortes and Burges, "The MNIST database of handwritten digits". The widget draw-a-digit does the same in
JavaScript; the tests hold the two against each other.
"""

from typing import Any

SIDE, BOX, MIDDLE = 28, 20, 14.5
FAINT = 0.1
"""Ink below this does not count when the box around a drawing is looked for: the soft edge of a pen."""


def framed(ink: Any) -> Any:
    """Grey values (28, 28) of ink (H, W), both from 0 to 1; the darkest pixel becomes 1.

    A pixel is the mean of the ink that lies under it, so that thin strokes do not break and thick ones do not fray. Nothing of the
    drawing is cut off: where the centre of mass lies far to one side, the box stays within the frame.
    """
    import numpy as np

    ink = np.asarray(ink, dtype=np.float64)
    rows, columns = (np.flatnonzero(ink.max(axis=axis) > FAINT) for axis in (1, 0))
    if not len(rows):
        return np.zeros((SIDE, SIDE))
    step = max(rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1) / BOX
    down = _cover(ink.sum(axis=1), rows[0], rows[-1] + 1, step)
    across = _cover(ink.sum(axis=0), columns[0], columns[-1] + 1, step)
    grey = down @ ink @ across.T
    return grey / grey.max()


def _cover(mass: Any, first: int, end: int, step: float) -> Any:
    """How much of each of 28 pixels lies on each of the drawing's, along one axis: (28, len(mass)), rows adding up to 1 inside."""
    import numpy as np

    places = np.arange(len(mass))
    middle = float((mass * (places + 0.5)).sum() / mass.sum())
    start = min(max(middle - MIDDLE * step, end - SIDE * step), first)
    low = start + np.arange(SIDE)[:, np.newaxis] * step
    return np.clip(np.minimum(low + step, places + 1) - np.maximum(low, places), 0, None) / step
