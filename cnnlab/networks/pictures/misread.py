"""The test digits that the network was surest of and wrong about."""

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from cnnlab.messages import text
from cnnlab.networks.history import History, mistakes_in
from cnnlab.networks.pictures.paper import LINE, Say, blank

COLUMNS = 5
SIDE, HEADING = 1.65, 1.0


def misread(history: History, images: NDArray[np.float32], say: Say) -> Figure:
    """A grid of images, each with what it is, what it was taken for, and the probability of that."""
    rows = -(-len(history.misread) // COLUMNS)
    figure = blank(COLUMNS * SIDE, rows * (SIDE + 0.35) + HEADING)
    figure.suptitle(_title(history, say))
    for place, axes in enumerate(figure.subplots(rows, COLUMNS, squeeze=False).flat if rows else ()):
        axes.set_xticks([])
        axes.set_yticks([])
        if place >= len(history.misread):
            axes.set_axis_off()
            continue
        each = history.misread[place]
        # Ink on paper: dark on light prints well and reads like handwriting.
        axes.imshow(images[each.number, 0], cmap="gray_r", interpolation="nearest")
        axes.set_title(f"{each.digit} → {each.guess}\n{_percent(each.probability)}", fontsize=11)
        for side in axes.spines.values():
            side.set(visible=True, color=LINE)
    return figure


def _title(history: History, say: Say) -> str:
    mistakes = mistakes_in(history)
    if not mistakes:
        return say(text("No test digit was misread."))
    shown = len(history.misread)
    if shown == mistakes:
        return say(text("Misread test digits: truth → answer, and how sure the network was"))
    return say(
        text(
            "{shown} of {mistakes} misread test digits, the surest first:\ntruth → answer, and how sure the network was",
            shown=shown,
            mistakes=f"{mistakes:,}",
        )
    )


def _percent(probability: float) -> str:
    """Never 100 %: a softmax is never certain."""
    return f"{min(100 * probability, 99.9):.1f} %"
