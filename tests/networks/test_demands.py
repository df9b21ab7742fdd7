"""What is certified is convolutional and within its budget; a network that does without its convolutions is found out."""

import math

import numpy as np
import pytest
import torch
from torch import nn

from cnnlab.networks.demands import blinded, demand, parameter_count, sliding
from cnnlab.networks.framework import FRAMEWORKS
from cnnlab.networks.graph import Unacceptable
from cnnlab.networks.measuring import answers
from cnnlab.networks.replay import measure, run, to_tensors

BUDGET = 300_000


def demanded(exported, model, budget=BUDGET):
    graph, _, shapes = exported(model)
    demand(graph, measure(graph, shapes), shapes, budget)


def test_the_lectures_network_is_within_its_budget(exported, lecture_network):
    graph, _, shapes = exported(lecture_network)
    assert parameter_count(graph, shapes) == 225_034 == sum(each.numel() for each in lecture_network.parameters())
    demanded(exported, lecture_network, 225_034)
    with pytest.raises(Unacceptable) as refused:
        demanded(exported, lecture_network, 225_033)
    assert refused.value.reason.values == {"count": "225,034", "limit": "225,033"}


def test_buffers_are_no_parameters(exported):
    model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.Flatten(), nn.Linear(4 * 26 * 26, 10))
    graph, _, shapes = exported(model)
    assert parameter_count(graph, shapes) == sum(each.numel() for each in model.parameters())


@pytest.mark.parametrize(
    "layers",
    [
        [nn.Flatten(), nn.Linear(784, 10)],
        [nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)],
        [nn.Conv2d(1, 8, 1), nn.ReLU(), nn.Conv2d(8, 4, 1), nn.Flatten(), nn.Linear(4 * 784, 10)],
        [nn.Conv2d(1, 64, 28), nn.Flatten(), nn.ReLU(), nn.Linear(64, 10)],
        [nn.Conv2d(1, 10, 28), nn.Flatten()],
        [nn.AvgPool2d(2), nn.Flatten(), nn.Linear(196, 10)],
    ],
    ids=["linear", "MLP", "1×1", "the whole image", "the whole image alone", "pooling only"],
)
def test_a_network_without_a_sliding_convolution_is_refused(exported, layers):
    with pytest.raises(Unacceptable):
        demanded(exported, nn.Sequential(*layers))


@pytest.mark.parametrize("kernel", [2, 3, (1, 3), (3, 1), 27, (28, 1)])
def test_a_kernel_that_slides_counts(exported, kernel):
    model = nn.Sequential(nn.Conv2d(1, 2, kernel), nn.Flatten(), nn.LazyLinear(10))
    model(torch.zeros(1, 1, 28, 28))
    graph, _, shapes = exported(model)
    assert len(sliding(graph, measure(graph, shapes), shapes)) == 1
    demanded(exported, model)


def test_only_the_sliding_ones_among_several_are_counted(exported):
    model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.Conv2d(4, 4, 1), nn.Conv2d(4, 6, 26), nn.Flatten(), nn.Linear(6, 10))
    graph, _, shapes = exported(model)
    assert sliding(graph, measure(graph, shapes), shapes) == {"conv2d"}


def trained(model, digits):
    images, labels = torch.from_numpy(digits.train.images), torch.from_numpy(digits.train.labels)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.005)
    for _ in range(40):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(images), labels).backward()
        optimizer.step()
    return model.eval()


def accuracies(exported, model, digits):
    from cnnlab.networks.warping import to_pixels

    graph, weights, shapes = exported(model)
    blind = blinded(graph, sliding(graph, measure(graph, shapes), shapes))
    pixels, labels = to_pixels(digits.test.images), digits.test.labels
    return [float((answers(each, weights, pixels, FRAMEWORKS["torch"]) == labels).mean()) for each in (graph, blind)]


def test_a_convolutional_network_guesses_when_it_is_blinded(exported, few_digits):
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Conv2d(1, 8, 5, stride=2), nn.ReLU(), nn.Conv2d(8, 8, 3), nn.ReLU(), nn.Flatten(), nn.Linear(800, 10)
    )
    seeing, blind = accuracies(exported, trained(model, few_digits), few_digits)
    assert seeing > 0.7
    assert blind < 0.25


def test_a_network_with_a_way_around_its_convolution_is_found_out(exported, few_digits):
    class Around(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv, self.fc = nn.Conv2d(1, 1, 3, padding=1), nn.Linear(784, 10)

        def forward(self, x):
            return self.fc((x + 0.01 * self.conv(x)).flatten(1))

    torch.manual_seed(0)
    seeing, blind = accuracies(exported, trained(Around(), few_digits), few_digits)
    assert seeing > 0.7
    assert blind > 0.5


def test_a_blinded_convolution_gives_zeros_and_no_bias(exported):
    model = nn.Sequential(nn.Conv2d(1, 10, 28 - 1), nn.AdaptiveAvgPool2d(1), nn.Flatten())
    with torch.no_grad():
        model[0].bias.fill_(9)
    graph, weights, shapes = exported(model)
    blind = blinded(graph, sliding(graph, measure(graph, shapes), shapes))
    assert (run(blind, to_tensors(weights), torch.ones(2, 1, 28, 28)) == 0).all()
    assert math.isfinite(float(np.sum(weights["0.weight"])))
