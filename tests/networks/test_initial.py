"""Training begins with weights of the grader's: drawn as PyTorch draws them, and nothing of the given ones is left."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnlab.networks.graph import Unacceptable
from cnnlab.networks.initial import SLOPE, initial_weights


def drawn(graph, weights, seed=0):
    return initial_weights(graph, weights, np.random.default_rng(seed))


def test_values_lie_within_one_over_the_root_of_fan_in_and_fill_that_range(exported, lecture_network):
    graph, weights, _ = exported(lecture_network, training=True)
    fresh = drawn(graph, weights)
    for name, fan_in in {"0": 9, "3": 32 * 9, "7": 1600, "9": 128}.items():
        bound = 1 / fan_in**0.5
        values = fresh[f"{name}.weight"]
        assert np.abs(values).max() <= bound
        assert np.abs(fresh[f"{name}.bias"]).max() <= bound
        assert np.abs(values).max() >= 0.9 * bound
        # Uniform: the standard deviation is the bound divided by the root of three, as in torch.nn.Linear.
        assert values.std() == pytest.approx(bound / 3**0.5, rel=0.15)


def test_pytorchs_own_layers_have_the_same_bounds(exported):
    model = nn.Sequential(
        nn.Conv2d(1, 40, 5, groups=1), nn.Conv2d(40, 40, 3, groups=10), nn.Flatten(), nn.Linear(19360, 10)
    )
    graph, weights, _ = exported(model, training=True)
    fresh = drawn(graph, weights)
    for name in ("0.weight", "1.weight", "3.weight"):
        assert np.abs(fresh[name]).max() == pytest.approx(np.abs(weights[name]).max(), rel=0.02)


def test_normalisations_begin_with_one_and_zero(exported):
    model = nn.Sequential(
        nn.Conv2d(1, 6, 3), nn.BatchNorm2d(6), nn.PReLU(), nn.GroupNorm(2, 6), nn.Flatten(), nn.Linear(6 * 26 * 26, 8),
        nn.LayerNorm(8), nn.Linear(8, 10, bias=False),
    )  # fmt: skip
    with torch.no_grad():
        for each in [*model.parameters(), *model.buffers()]:
            each.fill_(7)
    graph, weights, _ = exported(model, training=True)
    fresh = drawn(graph, weights)
    ones = {"1.weight", "1.running_var", "3.weight", "6.weight"}
    zeros = {"1.bias", "1.running_mean", "1.num_batches_tracked", "3.bias", "6.bias"}
    assert {name for name, each in fresh.items() if (each == 1).all()} == ones
    assert {name for name, each in fresh.items() if (each == 0).all()} == zeros
    assert (fresh["2.weight"] == SLOPE).all()
    assert set(fresh) == set(weights)


@pytest.mark.parametrize("training", [False, True])
def test_nothing_of_the_given_values_survives(exported, training):
    model = nn.Sequential(nn.Conv2d(1, 3, 3), nn.BatchNorm2d(3), nn.Flatten(), nn.Linear(3 * 26 * 26, 10))
    graph, weights, _ = exported(model, training)
    others = {name: np.full_like(each, 5) for name, each in weights.items()}
    for name, each in drawn(graph, weights).items():
        np.testing.assert_array_equal(each, drawn(graph, others)[name])
        assert (each.shape, each.dtype) == (weights[name].shape, weights[name].dtype)


def test_the_same_seed_draws_the_same_and_another_draws_others(exported, lecture_network):
    graph, weights, _ = exported(lecture_network, training=True)
    one, same, other = drawn(graph, weights, 1), drawn(graph, weights, 1), drawn(graph, weights, 2)
    for name in weights:
        np.testing.assert_array_equal(one[name], same[name])
        assert not np.array_equal(one[name], other[name])


class Odd(nn.Module):
    """A parameter that no layer has."""

    def __init__(self, use):
        super().__init__()
        self.table = nn.Parameter(torch.ones(10))
        self.conv = nn.Conv2d(1, 10, 28)
        self.use = use

    def forward(self, x):
        return self.use(self.conv(x).flatten(1), self.table)


@pytest.mark.parametrize(
    "use",
    [lambda x, table: x / table, torch.maximum, lambda x, table: x + table.exp(),
     lambda x, table: torch.cat([x[:, :5], table[:5].expand(x.size(0), 5)], 1)],
)  # fmt: skip
def test_a_parameter_without_a_known_role_is_refused_by_name(exported, use):
    graph, weights, _ = exported(Odd(use), training=True)
    with pytest.raises(Unacceptable) as refused:
        drawn(graph, weights)
    assert refused.value.reason.values["name"] == "table"


@pytest.mark.parametrize(("use", "value"), [(lambda x, table: x + table, 0), (lambda x, table: x * table, 1)])
def test_an_own_bias_begins_with_zero_and_an_own_scale_with_one(exported, use, value):
    graph, weights, _ = exported(Odd(use), training=True)
    assert (drawn(graph, weights)["table"] == value).all()


def test_a_weight_that_two_layers_share_is_drawn_once(exported):
    class Shared(nn.Module):
        def __init__(self):
            super().__init__()
            self.first = nn.Conv2d(1, 4, 3, padding=1)
            self.again = nn.Conv2d(4, 4, 3, padding=1)
            self.fc = nn.Linear(4 * 28 * 28, 10)

        def forward(self, x):
            return self.fc(self.again(self.again(self.first(x)).relu()).flatten(1))

    graph, weights, _ = exported(Shared(), training=True)
    assert set(drawn(graph, weights)) == set(weights)
