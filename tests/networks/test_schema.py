"""Arguments are of the kinds that PyTorch's own schema names: it reads an integer as a type, a layout or memory that is not there."""

import pytest
import torch
from torch import nn

from cnnlab.networks.graph import Node, Ref
from cnnlab.networks.operations import OPERATIONS
from cnnlab.networks.schema import fits

X, W, B, N = Ref("x"), Ref("w"), Ref("b"), Ref("n")


def takes(operation, *args, **kwargs):
    name = operation if operation.startswith("<") else f"aten.{operation}"
    return fits(Node("node", name, args, kwargs), OPERATIONS[name].run)


@pytest.mark.parametrize(
    ("operation", "args", "kwargs"),
    [
        ("conv2d.default", (X, W, B, [2, 2], [0, 0], [1, 1], 1), {}),
        ("conv2d.default", (X, W), {}),
        ("conv2d.default", (X, W, None, [1, 1]), {}),
        ("conv2d.default", (X, W, B, 2), {}),
        ("conv2d.padding", (X, W, B, [1, 1], "same"), {}),
        ("batch_norm.default", (X, W, B, W, B, True, 0.1, 1e-5, False), {}),
        ("batch_norm.default", (X, None, None, None, None, True, 0.1, 1e-5, False), {}),
        ("dropout.default", (X, 0.5, True), {}),
        ("reshape.default", (X, [N, 36]), {}),
        ("cat.default", ([X, W], 1), {}),
        ("mean.dim", (X, [2, 3], True), {}),
        ("mean.dim", (X, None), {}),
        ("to.dtype", (X, torch.float32), {}),
        ("_to_copy.default", (X,), {"dtype": torch.float32, "layout": torch.strided, "device": None}),
        ("clone.default", (X,), {"memory_format": torch.channels_last}),
        ("clamp.default", (X, 0, 6.0), {}),
        ("clamp.default", (X, None, 6), {}),
        ("elu.default", (X, 1), {}),
        ("slice.Tensor", (X, 1, None, None, 2), {}),
        ("gelu.default", (X,), {"approximate": "tanh"}),
        # As PyTorch exports x + 1, x * 0.5 and the counter of a batch normalisation.
        ("add.Tensor", (X, 1), {}),
        ("mul.Tensor", (X, 0.5), {}),
        ("add_.Tensor", (X, 1), {}),
        ("add.Tensor", (X, W), {"alpha": 2}),
        # Ours look for themselves.
        ("chunk.default", (X, True, "anything"), {}),
    ],
)  # fmt: skip
def test_what_the_schema_names_fits(operation, args, kwargs):
    assert takes(operation, *args, **kwargs)


@pytest.mark.parametrize("number", [0, 6, 15, 10**8, -1, True, 1.0, "same"])
@pytest.mark.parametrize(
    ("operation", "args", "name"),
    [
        ("to.dtype", (X,), "dtype"), ("_to_copy.default", (X,), "dtype"), ("softmax.int", (X, 1), "dtype"),
        ("mean.dim", (X, [1]), "dtype"), ("sum.dim_IntList", (X, [1]), "dtype"),
        ("_to_copy.default", (X,), "layout"), ("to.dtype_layout", (X,), "layout"),
        ("clone.default", (X,), "memory_format"), ("contiguous.default", (X,), "memory_format"),
        ("_to_copy.default", (X,), "memory_format"),
    ],
)  # fmt: skip
def test_a_number_is_no_type_no_layout_and_no_memory_format(operation, args, name, number):
    assert not takes(operation, *args, **{name: number})


def test_a_number_by_place_is_no_type_either():
    assert not takes("to.dtype", X, 6)
    assert not takes("to.dtype", X, torch.channels_last)
    assert not takes("clone.default", X, memory_format=torch.float32)
    assert not takes("softmax.int", X, 1, 6)


@pytest.mark.parametrize("device", ["cpu", 0, "meta", torch.float32])
def test_no_device_is_named(device):
    assert not takes("_to_copy.default", X, device=device)


@pytest.mark.parametrize(
    ("operation", "args"),
    [
        ("flatten.using_ints", (X, True)), ("softmax.int", (X, True)), ("conv2d.default", (X, W, B, [True, 1])),
        ("conv2d.default", (X, W, B, True)), ("conv2d.default", (X, W, B, [1, 1], [0, 0], [1, 1], True)),
        ("dropout.default", (X, True, True)), ("clamp.default", (X, True)), ("reshape.default", (X, [True, 3])),
        ("add.Tensor", (X, True)), ("mul.Scalar", (X, True)), ("elu.default", (X, False)),
    ],
)  # fmt: skip
def test_yes_and_no_are_no_numbers(operation, args):
    assert not takes(operation, *args)


@pytest.mark.parametrize(
    ("operation", "args", "kwargs"),
    [
        ("dropout.default", (X, 0.5, 1), {}),
        ("dropout.default", (X, "0.5", True), {}),
        ("relu.default", (3,), {}),
        ("relu.default", (None,), {}),
        ("relu.default", ([X],), {}),
        ("conv2d.default", (X, 3), {}),
        ("conv2d.default", (X, W, 1), {}),
        ("linear.default", (X, 2.0), {}),
        ("flatten.using_ints", (X, 1.0), {}),
        ("reshape.default", (X, [1.5]), {}),
        ("reshape.default", (X, "same"), {}),
        ("cat.default", (X, 1), {}),
        ("cat.default", ([X, 1], 1), {}),
        ("conv2d.padding", (X, W, B, [1, 1], 3), {}),
        ("add.Tensor", (X, "same"), {}),
        ("add.Tensor", (X, None), {}),
        ("relu.default", (X, X), {}),
        ("relu.default", (X,), {"other": 1}),
        ("to.dtype", (X, torch.float32), {"pin": True}),
        ("add.Tensor", (X, W, 2), {}),
    ],
)  # fmt: skip
def test_what_is_of_another_kind_or_unknown_does_not_fit(operation, args, kwargs):
    assert not takes(operation, *args, **kwargs)


@pytest.mark.parametrize("training", [False, True])
def test_what_pytorch_exports_fits(exported, training):
    class Arithmetic(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv, self.norm, self.fc = nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.LazyLinear(10)
            self.fc(torch.zeros(1, 4 * 13 * 13))

        def forward(self, x):
            x = self.norm(self.conv((x - 0.5) / 2 + 1).mul_(1.5))
            x = nn.functional.max_pool2d(nn.functional.hardtanh(x, 0, 6), 2)
            return self.fc((x * 2).clamp(min=-1).view(x.size(0), -1))

    graph, _, _ = exported(Arithmetic(), training)
    assert all(fits(node, OPERATIONS[node.operation].run) for node in graph.nodes)
