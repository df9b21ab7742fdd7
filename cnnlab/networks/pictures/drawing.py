"""From a history to the files of its pictures, the same bytes for the same history."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib as mpl
from matplotlib.figure import Figure

from cnnlab.messages import Text, render
from cnnlab.networks.digits import Split
from cnnlab.networks.history import History
from cnnlab.networks.pictures.confusion import confusion
from cnnlab.networks.pictures.curves import curves
from cnnlab.networks.pictures.fonts import Lettering
from cnnlab.networks.pictures.misread import misread

DOTS_PER_INCH = 150
# Files name no date; SVG keeps letters as letters, so that they can be searched, copied and read aloud.
METADATA = {"svg": {"Date": None}, "png": {}}


def draw_all(history: History, test: Split, letters: Lettering) -> dict[str, bytes]:
    """The pictures of a training, by file name: curves, confusion and misread, each as SVG and as PNG."""

    def say(message: Text) -> str:
        return render(message, letters.language)

    files = {}
    with style(letters):
        figures = {
            "curves": curves(history, say),
            "confusion": confusion(history, say),
            "misread": misread(history, test.images, say),
        }
        for name, figure in figures.items():
            for kind in METADATA:
                files[f"{name}.{kind}"] = to_bytes(figure, kind)
    return files


@contextmanager
def style(letters: Lettering) -> Iterator[None]:
    """How figures look that are made and written inside, whatever this machine's own settings are."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(
            {
                "font.family": list(letters.families),
                "font.size": 11,
                "axes.spines.top": False,
                "axes.spines.right": False,
                "svg.fonttype": "none",
                "svg.hashsalt": "cnnlab",
            }
        )
        yield


def to_bytes(figure: Figure, kind: str) -> bytes:
    """A figure as the content of a file."""
    stream = io.BytesIO()
    figure.savefig(stream, format=kind, dpi=DOTS_PER_INCH, metadata=METADATA[kind])
    return stream.getvalue()
