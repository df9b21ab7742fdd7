"""One part of a training in the child: from given weights, with the grader's optimiser, until it is over or NaN."""

import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from cnnlab.networks.workbench.training import train_part
from cnnlab.networks.workbench.weights import draw_weights, take_weights

pytestmark = pytest.mark.usefixtures("one_thread")
PIXELS = np.random.default_rng(0).integers(0, 256, (20, 1, 28, 28), dtype=np.uint8)
LABELS = np.arange(20) % 10
RATES = [0.01, 0.02, 0.03]


def network():
    torch.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.ReLU(), nn.MaxPool2d(4), nn.Conv2d(4, 4, 3), nn.Flatten(), nn.Linear(64, 10)
    )


def trained(loop, model=None, weights=None, rates=RATES):
    model = model or network()
    return train_part(model, loop, weights or take_weights(model), PIXELS, LABELS, 8, rates, 5)


def honest(model, loader, optimizer, device):
    for images, labels in loader:
        optimizer.zero_grad()
        F.cross_entropy(model(images), labels).backward()
        optimizer.step()
    return 1.25


def test_what_comes_back_is_the_loss_and_every_weight():
    result = trained(honest)
    assert (result["loss"], result["broken"]) == (1.25, -1)
    assert {name: each.shape for name, each in result["weights"].items()} == {
        name: tuple(each.shape) for name, each in network().state_dict().items()
    }


def test_training_begins_with_the_given_weights_whatever_the_network_had():
    given = network()
    draw_weights(given, 9)
    one = trained(honest, weights=take_weights(given))
    other = trained(honest, model=given, weights=take_weights(given))
    for name, each in one["weights"].items():
        np.testing.assert_array_equal(each, other["weights"][name])


def test_the_optimiser_is_adam_whose_rate_follows_the_batches():
    seen = []

    def watching(model, loader, optimizer, device):
        assert isinstance(optimizer, torch.optim.Adam)
        assert device == torch.device("cpu")
        assert not optimizer.state
        seen.extend(optimizer.param_groups[0]["lr"] for _ in loader)
        return 0.0

    trained(watching)
    assert seen == RATES
    seen.clear()

    def twice(*given):
        return watching(*given) + watching(*given)

    trained(twice)
    assert seen == RATES * 2


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_training_stops_before_the_next_batch_after_weights_became_nan(number, value):
    met = []

    def breaking(model, loader, optimizer, device):
        for at, _ in enumerate(loader):
            met.append(at)
            if at == number:
                with torch.no_grad():
                    model[3].weight[0, 0, 0, 0] = value
        return 0.5

    result = trained(breaking)
    assert result["broken"] == number
    assert math.isnan(result["loss"])
    assert met == list(range(number + 1))
    assert not np.isfinite(result["weights"]["3.weight"]).all()


def test_a_huge_learning_rate_is_noticed_or_survived():
    result = trained(honest, rates=[1e30] * 3)
    finite = all(np.isfinite(each).all() for each in result["weights"].values())
    assert finite == (result["broken"] < 0) or result["broken"] == -1


def test_what_the_loop_raises_goes_up():
    def failing(model, loader, optimizer, device):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        trained(failing)


def test_chance_in_the_loop_is_seeded():
    class Dropping(nn.Sequential):
        def forward(self, x):
            return F.dropout(super().forward(x), 0.5, True)

    def make():
        return Dropping(*network())

    torch.manual_seed(123)
    one = trained(honest, model=make())
    torch.manual_seed(456)
    other = trained(honest, model=make())
    for name, each in one["weights"].items():
        np.testing.assert_array_equal(each, other["weights"][name])


@pytest.mark.parametrize(
    "flatten",
    [lambda x: x.view(-1, 64), lambda x: x.view(x.size(0), -1), lambda x: x.view(len(x), 64), lambda x: x.reshape(-1, 64),
     lambda x: torch.flatten(x, 1), lambda x: x.contiguous().view(-1, 64), lambda x: x.view((-1, 64))],
)  # fmt: skip
def test_every_way_to_flatten_works_though_channels_lie_last(flatten):
    """The lecture's own is x.view(-1, 64 * 5 * 5): that our layout is another than the student's must not break it."""

    class Flattening(nn.Module):
        def __init__(self):
            super().__init__()
            torch.manual_seed(0)
            self.layers, self.fc = nn.Sequential(*list(network())[:4]), nn.Linear(64, 10)

        def forward(self, x):
            return self.fc(flatten(self.layers(x)))

    assert trained(honest, model=Flattening())["broken"] == -1


def test_a_view_of_wrong_sizes_is_still_an_error():
    class Wrong(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers, self.fc = nn.Sequential(*list(network())[:4]), nn.Linear(64, 10)

        def forward(self, x):
            return self.fc(self.layers(x).view(-1, 63))

    with pytest.raises(RuntimeError, match="invalid for input of size"):
        trained(honest, model=Wrong())
