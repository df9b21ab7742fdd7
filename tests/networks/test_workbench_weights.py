"""Weights travel as arrays, and those that are drawn depend on shape and seed alone."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnlab.networks.workbench.weights import draw_weights, give_weights, take_weights


class Named(nn.Module):
    """Layers under names of one's own, made in a given order."""

    def __init__(self, *names):
        super().__init__()
        made = {"conv": lambda: nn.Conv2d(1, 3, 3), "fc": lambda: nn.Linear(12, 4), "norm": lambda: nn.BatchNorm2d(3)}
        for name in names:
            setattr(self, f"{name}_{len(names)}{names[0]}", made[name]())


def by_shape(model):
    return {tuple(each.shape): each.detach().numpy() for each in model.parameters() if each.dim() > 1}


def test_drawn_weights_depend_on_neither_names_nor_order_nor_what_was_drawn_before():
    one, other = Named("conv", "fc"), Named("fc", "conv")
    torch.rand(7)
    draw_weights(one, 3)
    draw_weights(other, 3)
    assert list(one.state_dict()) != list(other.state_dict())
    first, second = by_shape(one), by_shape(other)
    assert set(first) == set(second)
    for shape in first:
        np.testing.assert_array_equal(first[shape], second[shape])


def test_another_seed_draws_other_weights():
    model = Named("conv", "fc")
    draw_weights(model, 1)
    before = take_weights(model)
    draw_weights(model, 2)
    assert not any(np.array_equal(before[name], each) for name, each in take_weights(model).items())


def test_drawing_takes_no_random_numbers_of_pytorch_and_leaves_buffers():
    model = nn.Sequential(nn.Conv2d(1, 3, 3), nn.BatchNorm2d(3))
    torch.manual_seed(0)
    due = torch.rand(3)
    torch.manual_seed(0)
    draw_weights(model, 0)
    assert torch.equal(torch.rand(3), due)
    assert (model[1].running_var == 1).all()
    assert all(each.requires_grad for each in model.parameters())


def test_values_keep_their_size_from_layer_to_layer():
    torch.manual_seed(0)
    model = nn.Sequential(*[nn.Linear(200, 200, bias=False) for _ in range(6)])
    draw_weights(model, 0)
    with torch.no_grad():
        assert 0.3 < float(model(torch.randn(50, 200)).std()) < 3


def test_taken_weights_are_copies_of_parameters_and_buffers():
    model = nn.Sequential(nn.Conv2d(1, 3, 3).to(memory_format=torch.channels_last), nn.BatchNorm2d(3))
    taken = take_weights(model)
    assert set(taken) == set(model.state_dict())
    assert all(each.flags.c_contiguous for each in taken.values())
    before = {name: each.clone() for name, each in model.state_dict().items()}
    for each in taken.values():
        each[...] = 9
    assert all(torch.equal(each, before[name]) for name, each in model.state_dict().items())


def test_given_weights_arrive_and_are_not_shared():
    model, other = (
        nn.Sequential(nn.Conv2d(1, 3, 3), nn.BatchNorm2d(3)),
        nn.Sequential(nn.Conv2d(1, 3, 3), nn.BatchNorm2d(3)),
    )
    draw_weights(other, 5)
    values = take_weights(other)
    give_weights(model, values)
    for name, each in take_weights(model).items():
        np.testing.assert_array_equal(each, values[name])
    with torch.no_grad():
        model[0].weight.fill_(1)
    assert not (values["0.weight"] == 1).all()


@pytest.mark.parametrize(
    "change", [{"0.weight": np.zeros((3, 1, 2, 2), np.float32)}, {"more": np.zeros(1, np.float32)}]
)
def test_weights_of_other_names_or_shapes_are_an_error(change):
    model = nn.Sequential(nn.Conv2d(1, 3, 3))
    with pytest.raises(RuntimeError):
        give_weights(model, {**take_weights(model), **change})
