"""What a network does with a batch is seen however it is spelt; a batch that was not moved cannot be computed with."""

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from cnnlab.networks.workbench.observing import OnHost, outline_of

IMAGES = torch.zeros(2, 1, 28, 28)


class Spelt(nn.Module):
    """One convolution, one activation, one pooling, one fully connected layer; the middle by a function of one's own."""

    def __init__(self, middle):
        super().__init__()
        self.conv, self.fc = nn.Conv2d(1, 4, 3), nn.Linear(4 * 169, 10)
        self.own = middle if isinstance(middle, nn.Module) else None
        self.middle = middle

    def forward(self, x):
        return self.fc(self.middle(self.conv(x)).flatten(1))


SPELLINGS = {
    "modules": nn.Sequential(nn.ReLU(), nn.MaxPool2d(2)),
    "in place": nn.Sequential(nn.ReLU(inplace=True), nn.MaxPool2d(2)),
    "functions": lambda x: F.max_pool2d(F.relu(x), 2),
    "torch": lambda x: torch.max_pool2d(torch.relu(x), 2),
    "method": lambda x: F.max_pool2d(x.relu(), 2),
    "methods in place": lambda x: F.max_pool2d(x.relu_(), 2),
    "function in place": lambda x: F.max_pool2d(F.relu_(x), 2),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_an_outline_is_the_same_however_layers_are_spelt(spelling):
    assert outline_of(Spelt(SPELLINGS[spelling]), IMAGES) == [
        ["conv2d", [2, 4, 26, 26]],
        ["relu", [2, 4, 26, 26]],
        ["max_pool2d", [2, 4, 13, 13]],
        ["linear", [2, 10]],
        ["result", [2, 10]],
    ]


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (nn.Sigmoid(), "sigmoid"), (torch.sigmoid, "sigmoid"), (lambda x: x.sigmoid(), "sigmoid"), (F.sigmoid, "sigmoid"),
        (nn.Tanh(), "tanh"), (torch.tanh, "tanh"), (lambda x: x.tanh(), "tanh"),
        (nn.Softmax(1), "softmax"), (lambda x: F.softmax(x, 1), "softmax"), (lambda x: torch.softmax(x, 1), "softmax"),
        (lambda x: x.softmax(1), "softmax"),
        (nn.LogSoftmax(1), "log_softmax"), (lambda x: F.log_softmax(x, 1), "log_softmax"),
        (lambda x: x.log_softmax(1), "log_softmax"), (lambda x: torch.log_softmax(x, 1), "log_softmax"),
        (nn.Dropout(0.5), "dropout"), (nn.BatchNorm2d(1), "batch_norm"), (nn.AvgPool2d(2), "avg_pool2d"),
    ],
)  # fmt: skip
def test_other_operations_are_seen_under_their_names(operation, name):
    class One(nn.Module):
        def __init__(self):
            super().__init__()
            if isinstance(operation, nn.Module):
                self.own = operation

        def forward(self, x):
            return operation(x)

    assert [each[0] for each in outline_of(One(), IMAGES)] == [name, "result"]


def test_an_outline_is_taken_in_evaluation_without_gradients():
    class Mode(nn.Module):
        def forward(self, x):
            assert not self.training
            assert not torch.is_grad_enabled()
            return x

    model = Mode().train()
    assert outline_of(model, IMAGES) == [["result", [2, 1, 28, 28]]]
    assert torch.is_grad_enabled()


def test_a_result_that_is_no_tensor_has_no_shape():
    class Pair(nn.Module):
        def forward(self, x):
            return x, x

    assert outline_of(Pair(), IMAGES) == [["result", []]]


def test_watching_ends_with_the_outline_even_where_the_network_raises():
    class Raises(nn.Module):
        def forward(self, x):
            F.relu(x)
            raise ValueError

    with pytest.raises(ValueError):
        outline_of(Raises(), IMAGES)
    outline = outline_of(nn.ReLU(), IMAGES)
    F.relu(IMAGES)
    assert outline == [["relu", [2, 1, 28, 28]], ["result", [2, 1, 28, 28]]]


def on_host(*shape):
    return torch.arange(float(torch.Size(shape).numel())).reshape(shape).as_subclass(OnHost)


@pytest.mark.parametrize(
    "compute",
    [
        lambda x: x + 1, lambda x: 1 + x, lambda x: x @ x.T, nn.Linear(3, 2), lambda x: x.sum(),
        lambda x: F.cross_entropy(torch.zeros(4, 3), x[:, 0].long()), lambda x: x.flatten(), lambda x: x.add_(1),
        lambda x: x == 1, lambda x: x.argmax(1), lambda x: torch.stack([x, x]), lambda x: x.float(), lambda x: x.cpu(),
        lambda x: x.view(-1),
    ],
)  # fmt: skip
def test_a_batch_that_was_not_moved_cannot_be_computed_with(compute):
    with pytest.raises(RuntimeError, match="same device"):
        compute(on_host(4, 3))


@pytest.mark.parametrize(
    "move",
    [lambda x: x.to(torch.device("cpu")), lambda x: x.to("cpu"), lambda x: x.to("cpu", non_blocking=True),
     lambda x: x.to(device="cpu"), lambda x: x[1:3].to("cpu")],
)  # fmt: skip
def test_a_moved_batch_is_an_ordinary_tensor(move):
    moved = move(on_host(4, 3))
    assert type(moved) is torch.Tensor
    assert float((moved + 1).sum()) > 0


def test_a_batch_can_be_looked_at_and_cut_before_it_is_moved():
    x = on_host(4, 3)
    assert (len(x), x.size(0), x.shape, x.dim(), x.numel(), x.ndim) == (4, 4, (4, 3), 2, 12, 2)
    assert x.dtype == torch.float32
    assert x.device == torch.device("cpu")
    assert isinstance(x[1:3], OnHost)
