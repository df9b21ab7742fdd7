"""What is certified is convolutional and within its budget; a network that does without its convolutions is found out."""

import pytest
import torch
from torch import nn

from cnnlab.networks.demands import bypasses, demand, layers_of, parameter_count, sliding
from cnnlab.networks.graph import Unacceptable
from cnnlab.networks.replay import measure

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


@pytest.mark.parametrize("kernel", [2, 3, (1, 3), (3, 1), 13, (13, 1), (1, 13)])
def test_a_kernel_that_slides_counts(exported, kernel):
    model = nn.Sequential(nn.Conv2d(1, 2, kernel), nn.Flatten(), nn.LazyLinear(10))
    model(torch.zeros(1, 1, 28, 28))
    graph, _, shapes = exported(model)
    assert len(sliding(graph, measure(graph, shapes), shapes)) == 1
    demanded(exported, model)


@pytest.mark.parametrize(("kernel", "stride"), [(14, 1), (27, 1), ((28, 1), 1), ((1, 14), 1), (3, 9), ((3, 1), (9, 1))])
def test_a_kernel_as_wide_as_half_the_image_or_a_map_of_a_few_places_does_not_count(exported, kernel, stride):
    model = nn.Sequential(nn.Conv2d(1, 2, kernel, stride), nn.Flatten(), nn.LazyLinear(10))
    model(torch.zeros(1, 1, 28, 28))
    with pytest.raises(Unacceptable):
        demanded(exported, model)


def test_only_the_sliding_ones_among_several_are_counted(exported):
    model = nn.Sequential(nn.Conv2d(1, 4, 3), nn.Conv2d(4, 4, 1), nn.Conv2d(4, 6, 26), nn.Flatten(), nn.Linear(6, 10))
    graph, _, shapes = exported(model)
    assert sliding(graph, measure(graph, shapes), shapes) == {"conv2d"}


class Around(nn.Module):
    """One convolution, and what else of the image reaches the last layer."""

    def __init__(self, forward):
        super().__init__()
        self.conv, self.fc, self.more = nn.Conv2d(1, 1, 3, padding=1), nn.Linear(784, 10), nn.Linear(784, 10)
        self.compute = forward

    def forward(self, x):
        return self.compute(self, x)


AROUND = {
    "a sum": lambda net, x: net.fc((x + 0.01 * net.conv(x)).flatten(1)),
    "another branch": lambda net, x: net.fc(net.conv(x).flatten(1)) + net.more(x.flatten(1)),
    "a concatenation": lambda net, x: net.fc(torch.cat([net.conv(x), x], 1)[:, 1].flatten(1)),
    "added in place": lambda net, x: net.fc(net.conv(x).add_(x).flatten(1)),
    "a mean": lambda net, x: net.fc(net.conv(x).flatten(1)) * x.mean((2, 3)),
}
THROUGH = {
    "a plain network": lambda net, x: net.fc(net.conv(x).flatten(1)),
    "a residual behind it": lambda net, x: net.fc((net.conv(x) + net.conv(x).relu()).flatten(1)),
    "the number of images": lambda net, x: net.fc(net.conv(x).view(x.size(0), -1)),
    "scaled before it": lambda net, x: net.fc(net.conv((x - 0.5) * 2).flatten(1)),
    "a weight that is added": lambda net, x: net.fc(net.conv(x).flatten(1) + net.fc.weight.sum(0)),
}


@pytest.mark.parametrize("name", AROUND)
def test_a_way_around_the_convolution_is_refused(exported, name):
    with pytest.raises(Unacceptable) as refused:
        demanded(exported, Around(AROUND[name]))
    assert "without going through a convolution" in refused.value.reason.template


@pytest.mark.parametrize("name", THROUGH)
def test_what_comes_through_the_convolutions_is_taken(exported, name):
    graph, _, shapes = exported(Around(THROUGH[name]))
    assert not bypasses(graph, sliding(graph, measure(graph, shapes), shapes))
    demanded(exported, Around(THROUGH[name]))


def test_a_convolution_of_one_pixel_is_a_way_around(exported):
    class Beside(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv, self.pixel, self.fc = nn.Conv2d(1, 2, 3, padding=1), nn.Conv2d(1, 2, 1), nn.Linear(1568, 10)

        def forward(self, x):
            return self.fc((self.conv(x) + self.pixel(x)).flatten(1))

    with pytest.raises(Unacceptable):
        demanded(exported, Beside())


def layers(exported, model, training):
    return layers_of(exported(model, training)[0])


def test_dropout_and_normalisation_alone_may_differ_between_training_and_evaluation(exported):
    model = nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Dropout(0.5), nn.Flatten(), nn.Linear(4 * 676, 10)
    )
    found = layers(exported, model, False)
    assert found == layers(exported, model, True)
    assert [(operation, target) for operation, target, *_ in found] == [
        ("aten.conv2d.default", "0.weight"), ("aten.linear.default", "5.weight"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        lambda net, x: net.more(net.conv(x).flatten(1)),
        lambda net, x: net.fc(net.conv(net.conv(x)).flatten(1)),
        lambda net, x: net.fc(nn.functional.conv2d(x, net.conv.weight, net.conv.bias, 1, 1, groups=1).flatten(1)) * 1,
        lambda net, x: net.fc(nn.functional.conv2d(x, net.conv.weight, net.conv.bias, 1, 2, 2).flatten(1)),
    ],
    ids=["another layer", "a layer twice", "the same, spelt otherwise", "another padding"],
)
def test_other_layers_are_seen(exported, other, request):
    def both(net, x):
        return THROUGH["a plain network"](net, x) if net.training else other(net, x)

    one, two = (layers(exported, Around(both), training) for training in (True, False))
    assert (one == two) == ("spelt otherwise" in request.node.name)
