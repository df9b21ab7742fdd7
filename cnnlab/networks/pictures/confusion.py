"""Which digit was taken for which: every count is written, so that nothing hangs on a colour."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from cnnlab.messages import text
from cnnlab.networks.digits import CLASSES
from cnnlab.networks.history import History, images_in, mistakes_in
from cnnlab.networks.pictures.paper import GREY, LINE, Say, blank

# Columns and rows of the matrix, with what stands beside and above it.
WIDTH, HEIGHT = CLASSES + 1.4, CLASSES + 0.5
RIGHT = "#EDEDED"
# From white to a blue on which black letters still stand out (contrast above 5).
PALE, STRONG = (1.0, 1.0, 1.0), (0.35, 0.70, 0.90)


def confusion(history: History, say: Say) -> Figure:
    """Rows are what the digits are, columns what the network answered; at the right, how many of a row it recognised."""
    counts = np.array(history.confusion)
    figure = blank(8.2, 7.6)
    axes = figure.subplots()
    most = max(int((counts - np.diag(np.diag(counts))).max()), 1)
    for digit in range(CLASSES):
        for guess in range(CLASSES):
            _cell(axes, digit, guess, int(counts[digit, guess]), most)
        seen = int(counts[digit].sum())
        if seen:
            share = f"{100 * counts[digit, digit] / seen:.1f} %"
            axes.text(CLASSES - 0.35, digit, share, ha="left", va="center", color="black", fontsize=10)
    axes.text(CLASSES - 0.35, -0.72, say(text("Recognised")), ha="left", va="center", color=GREY, fontsize=10)
    axes.set_xlim(-0.5, WIDTH - 0.5)
    axes.set_ylim(CLASSES - 0.5, CLASSES - 0.5 - HEIGHT)
    axes.set_aspect("equal")
    axes.set_xticks(range(CLASSES))
    axes.set_yticks(range(CLASSES))
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)
    # In the middle of the matrix, not of what stands beside it.
    across, up = CLASSES / 2 / WIDTH, CLASSES / 2 / HEIGHT
    axes.set_xlabel(say(text("Answer of the network")), x=across)
    axes.set_ylabel(say(text("True digit")), y=up)
    title = text(
        "{mistakes} of {images} test digits were misread",
        mistakes=f"{mistakes_in(history):,}",
        images=f"{images_in(history):,}",
    )
    axes.set_title(say(title), x=across)
    return figure


def _cell(axes: Axes, digit: int, guess: int, count: int, most: int) -> None:
    right = digit == guess
    share = count / most
    shade = tuple(pale + (strong - pale) * share for pale, strong in zip(PALE, STRONG, strict=True))
    axes.add_patch(
        Rectangle((guess - 0.5, digit - 0.5), 1, 1, facecolor=RIGHT if right else shade, edgecolor=LINE, linewidth=0.8)
    )
    axes.text(
        guess,
        digit,
        str(count),
        ha="center",
        va="center",
        fontsize=11,
        fontweight="bold" if count and not right else "normal",
        color="black" if count else GREY,
    )
