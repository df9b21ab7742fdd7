"""LeNet-5 as it was published in 1998, from its list of layers."""

from cnnlab.lectures.computing.networks import LENET, LENET_IMAGE, steps
from cnnlab.lectures.drawing import Figure
from cnnlab.lectures.stacking import stacked
from cnnlab.messages import Language


def draw(language: Language) -> Figure:
    return stacked(language, "LeNet-5", LENET_IMAGE, steps(LENET, LENET_IMAGE))
