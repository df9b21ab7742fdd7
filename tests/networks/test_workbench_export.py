"""A network as plain data: what crosses the channel is lists, texts, numbers and arrays."""

import msgpack
import numpy as np
import pytest
import torch
from torch import nn

from cnnlab.networks.reading import read_graph
from cnnlab.networks.workbench.export import MAX_WORDS, export
from cnnlab.networks.workbench.processor import use_threads
from cnnlab.sandbox import values


def small():
    return nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4), nn.Dropout(0.5), nn.Flatten(), nn.Linear(4 * 676, 10))


@pytest.mark.parametrize("training", [False, True])
def test_a_graph_travels_and_comes_back_as_it_was(training):
    plain = export(small(), training)
    arrays = []
    packed = msgpack.unpackb(msgpack.packb(values.pack(plain, arrays)), strict_map_key=False)
    payload = values.Payload(b"".join(each.tobytes() for each in arrays))
    assert read_graph(values.unpack(packed, payload)) == read_graph(plain)


def test_a_network_computes_in_its_graph_as_in_the_asked_mode():
    modes = {}
    for training in (False, True):
        graph = read_graph(export(small().train(not training), training))
        nodes = {node.operation: node for node in graph.nodes}
        modes[training] = (nodes["aten.dropout.default"].args[2], nodes["aten.batch_norm.default"].args[5])
    assert modes == {False: (False, False), True: (True, True)}


def test_fixed_numbers_travel_as_constants():
    class Fixed(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 10, 28)
            self.mean = torch.tensor([0.25])

        def forward(self, x):
            return self.conv(x - self.mean).flatten(1)

    plain = export(Fixed(), False)
    assert [each.tolist() for each in plain["constants"].values()] == [[0.25]]
    assert read_graph(plain).constants


@pytest.mark.parametrize(
    "forward",
    [
        lambda x: x if x.sum() > 0 else -x,
        lambda x: x.view(2, 10, -1),
        lambda x: 1 / 0,
        lambda x: torch.from_numpy(x.numpy()),
        lambda x: x @ torch.ones(3, 3),
        lambda x: x.item(),
        lambda x: (_ for _ in ()).throw(ValueError("long " * 1000)),
    ],
)
def test_what_cannot_be_traced_is_a_problem_in_a_few_words(forward):
    class Odd(nn.Module):
        def forward(self, x):
            return forward(x)

    plain = export(Odd(), False)
    assert set(plain) == {"problem"}
    assert 0 < len(plain["problem"]) <= MAX_WORDS


def test_a_network_that_prints_or_counts_is_traced_all_the_same(capsys):
    class Prints(nn.Module):
        def __init__(self):
            super().__init__()
            self.calls = 0
            self.conv = nn.Conv2d(1, 10, 28)

        def forward(self, x):
            print("forward", x.shape)
            self.calls += 1
            return self.conv(x).flatten(1)

    assert "problem" not in export(Prints(), False)


def test_images_of_another_layout_are_exported_too():
    class Last(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 10, 28)

        def forward(self, x):
            return self.conv(x.permute(0, 3, 1, 2)).flatten(1)

    assert read_graph(export(Last(), False, (28, 28, 1))).output


def test_threads_are_as_many_as_granted(monkeypatch):
    before = torch.get_num_threads()
    try:
        monkeypatch.setattr("os.cpu_count", lambda: 8)
        monkeypatch.setenv("OMP_NUM_THREADS", "2")
        use_threads()
        assert torch.get_num_threads() == 2
        use_threads(1)
        assert torch.get_num_threads() == 1
        monkeypatch.setenv("OMP_NUM_THREADS", "many")
        use_threads()
        assert torch.get_num_threads() == 1
        monkeypatch.setattr("os.cpu_count", lambda: 1)
        use_threads(64)
        assert torch.get_num_threads() == 1
    finally:
        torch.set_num_threads(before)
    assert np.isfinite(torch.ones(3).sum().item())
