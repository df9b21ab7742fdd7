"""The lecture's network in PyTorch, from its list of layers."""

from cnnlab.lectures.computing.networks import DIGIT, PYTORCH, steps
from cnnlab.lectures.drawing import Figure, pick
from cnnlab.lectures.stacking import stacked
from cnnlab.messages import Language


def draw(language: Language) -> Figure:
    name = pick(language, "PyTorch 신경망", "the PyTorch network")
    return stacked(language, name, DIGIT, steps(PYTORCH, DIGIT))
