"""How loss and accuracy went over the epochs: the lecture's two plots, with both losses per image and on one scale."""

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import LogLocator, MaxNLocator, NullLocator, PercentFormatter, StrMethodFormatter

from cnnlab.messages import text
from cnnlab.networks.history import History
from cnnlab.networks.pictures.paper import BLUE, GREY, LINE, VERMILION, Say, blank

# Beyond so many points their marks would run into one another.
MARKED = 40


def curves(history: History, say: Say) -> Figure:
    """Losses on the left, accuracies on the right."""
    figure = blank(10.5, 4.6)
    left, right = figure.subplots(1, 2)
    _losses(left, history, say)
    _accuracies(right, history, say)
    for axes in (left, right):
        axes.set_xlabel(say(text("Epochs")))
        axes.set_xlim(0, 1.03 * (history.epochs if history.points else history.plan.epochs))
        axes.xaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 2.5, 5, 10], integer=history.epochs >= 2))
        axes.grid(color=LINE, linewidth=0.8)
        axes.set_axisbelow(True)
        if history.points:
            axes.legend(loc="best", framealpha=1, edgecolor="white", fontsize=10)
        else:
            words = say(text("Stopped before the first measurement"))
            axes.text(0.5, 0.5, words, ha="center", transform=axes.transAxes)
    return figure


def _losses(axes: Axes, history: History, say: Say) -> None:
    ends = [point.epochs for point in history.points]
    # A mean over a stretch belongs into its middle: the network was worse before and better after.
    middles = [(begin + end) / 2 for begin, end in zip([0.0, *ends], ends, strict=False)]
    training = [point.training_loss for point in history.points]
    held_out = [point.held_out.loss for point in history.points]
    few = len(ends) <= MARKED
    axes.plot(
        middles,
        training,
        color=VERMILION,
        linestyle="--",
        marker="s" if few else "",
        markersize=4.5,
        label=say(text("Training digits, mean while learning")),
    )
    axes.plot(ends, held_out, color=BLUE, marker="o" if few else "", markersize=5, label=say(text("Held-out digits")))
    losses = training + held_out
    if losses and min(losses) > 0:
        # Most of a training happens below a tenth of where it began.
        axes.set_yscale("log")
        axes.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
        axes.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
        axes.yaxis.set_minor_locator(NullLocator())
        axes.set_ylim(min(losses) * 0.8, max(losses) * 1.25)
        axes.set_ylabel(say(text("Cross-entropy per image (logarithmic scale)")))
    else:
        axes.set_ylim(min([0.0, *losses]) * 1.1, max([0.1, *losses]) * 1.1)
        axes.set_ylabel(say(text("Cross-entropy per image")))
    axes.set_title(say(text("Loss")))


def _accuracies(axes: Axes, history: History, say: Say) -> None:
    accuracies = [100 * point.held_out.accuracy for point in history.points]
    if history.points:
        axes.plot(
            [point.epochs for point in history.points],
            accuracies,
            color=BLUE,
            marker="o" if len(accuracies) <= MARKED else "",
            markersize=5,
            label=say(text("Held-out digits")),
            clip_on=False,
        )
        tested = 100 * history.test.accuracy
        axes.plot(
            [history.epochs],
            [tested],
            color=GREY,
            linestyle="",
            marker="D",
            markersize=7,
            label=say(text("Test digits, at the end: {accuracy} %", accuracy=f"{tested:.2f}")),
            zorder=3,
            clip_on=False,
        )
        lowest = min(*accuracies, tested)
        axes.set_ylim(max(0.0, min(lowest - (100 - lowest) * 0.15, 99.0)), 100)
    else:
        axes.set_ylim(0, 100)
    axes.yaxis.set_major_formatter(PercentFormatter(100, decimals=_decimals(axes), symbol=" %"))
    axes.set_ylabel(say(text("Digits recognised")))
    axes.set_title(say(text("Accuracy")))


def _decimals(axes: Axes) -> int:
    """As many as tell one tick from the next."""
    bottom, top = axes.get_ylim()
    return max(0, 1 - math.floor(math.log10(top - bottom)))
