"""The lecture's network in Keras, from its list of layers."""

from cnnlab.lectures.computing.networks import DIGIT, KERAS, steps
from cnnlab.lectures.drawing import Figure, pick
from cnnlab.lectures.stacking import stacked
from cnnlab.messages import Language


def draw(language: Language) -> Figure:
    name = pick(language, "Keras 신경망", "the Keras network")
    return stacked(language, name, DIGIT, steps(KERAS, DIGIT))
