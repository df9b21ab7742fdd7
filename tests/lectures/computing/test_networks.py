"""The lecture's networks against the figures of papers and handouts, and against PyTorch where it is installed."""

import pytest

from cnnlab.lectures.computing.networks import (
    DIGIT,
    KERAS,
    LENET,
    LENET_IMAGE,
    PYTORCH,
    Kind,
    Layer,
    shape_in_words,
    steps,
    total,
)

NETWORKS = {"pytorch": (PYTORCH, DIGIT), "keras": (KERAS, DIGIT), "lenet": (LENET, LENET_IMAGE)}


def test_lenet_has_the_parameters_of_its_paper():
    found = {step.layer.name: step.parameters for step in steps(LENET, LENET_IMAGE)}
    assert found == {"C1": 156, "S2": 12, "C3": 1516, "S4": 32, "C5": 48120, "F6": 10164, "output": 0}
    assert sum(found.values()) == 60000


def test_the_lectures_networks_have_the_parameters_of_the_handouts():
    assert total(steps(PYTORCH, DIGIT)) == 225_034
    assert total(steps(KERAS, DIGIT)) == 93_322


@pytest.mark.parametrize("name", NETWORKS)
def test_shapes_and_parameters_are_those_of_pytorch(name):
    torch = pytest.importorskip("torch")
    layers, image = NETWORKS[name]
    values = torch.zeros(1, *image)
    for step in steps(layers, image):
        module = _module(torch, step.layer, values)
        values = module(values)
        assert tuple(values.shape[1:]) == step.shape if values.dim() == 4 else values.numel() == step.shape[0]
        if step.layer.joined is None and not step.layer.scaled and step.layer.kind is not Kind.RADIAL:
            assert sum(each.numel() for each in module.parameters()) == step.parameters


def _module(torch, layer: Layer, values):
    match layer.kind:
        case Kind.CONVOLUTION:
            return torch.nn.Conv2d(values.shape[1], layer.outputs, layer.kernel_size)
        case Kind.POOLING:
            return torch.nn.MaxPool2d(layer.kernel_size)
        case Kind.FLATTEN:
            return torch.nn.Flatten()
        case _:
            inputs = values.flatten(1).shape[1]
            return torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(inputs, layer.outputs))


def test_shapes_are_told_in_words():
    assert shape_in_words((32, 26, 26)) == "32×26×26"
    assert shape_in_words((1600,)) == "1,600"
