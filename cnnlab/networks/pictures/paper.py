"""What all pictures are drawn on and with."""

from collections.abc import Callable

from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from cnnlab.messages import Text

# People with any kind of colour vision tell these apart (Okabe and Ito 2008); the grey is read on a light grey too (contrast 4.5).
BLUE, VERMILION, GREY, LINE = "#0072B2", "#D55E00", "#6B6B6B", "#D0D0D0"
MARGIN = 0.12

# How a label is said in the language of the pictures.
Say = Callable[[Text], str]


def blank(width: float, height: float) -> Figure:
    """A figure of so many inches, whose parts make room for one another and for a margin."""
    return Figure(figsize=(width, height), layout=ConstrainedLayoutEngine(w_pad=MARGIN, h_pad=MARGIN))
