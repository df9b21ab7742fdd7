"""Colours that people with any kind of colour vision tell apart (Okabe and Ito 2008), and that hold on white paper."""

from collections.abc import Callable

from cnnlab.messages import Text

BLUE, VERMILION, GREY = "#0072B2", "#D55E00", "#6B6B6B"

# How a label is said in the language of the pictures.
Say = Callable[[Text], str]
