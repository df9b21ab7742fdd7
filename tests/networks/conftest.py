"""MNIST for the tests: the real one where CNNLAB_DATA names it, else tiny files of the same format, written here."""

import hashlib
import os
import struct
from pathlib import Path

import numpy as np
import pytest

from cnnlab.networks import files
from cnnlab.networks.files import DataFile
from cnnlab.networks.location import Place

# Read before a fixture takes the variable away from the code under test.
REAL = os.environ.get("CNNLAB_DATA")
COUNTS = {"train": 24, "t10k": 10}


def idx_bytes(array):
    """The bytes of an idx file of unsigned bytes."""
    return struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape) + array.astype(np.uint8).tobytes()


def tiny_contents():
    """What four tiny files hold, by name."""
    rng = np.random.default_rng(0)
    contents = {}
    for name, count in COUNTS.items():
        contents[f"{name}-images-idx3-ubyte"] = idx_bytes(rng.integers(0, 256, (count, 28, 28)))
        contents[f"{name}-labels-idx1-ubyte"] = idx_bytes(np.arange(count) % 10)
    return contents


@pytest.fixture
def idx():
    """Write an array as an idx file's bytes."""
    return idx_bytes


@pytest.fixture
def expecting(monkeypatch):
    """Let other contents than MNIST's be what is right: `expecting(contents)`."""

    def expecting(contents):
        table = tuple(
            DataFile(each.name, len(contents[each.name]), hashlib.sha256(contents[each.name]).hexdigest())
            for each in files.FILES
        )
        monkeypatch.setattr(files, "FILES", table)
        return contents

    return expecting


@pytest.fixture
def tiny(expecting):
    """Tiny contents, by file name, which are expected now."""
    return expecting(tiny_contents())


@pytest.fixture
def place_of():
    """Write contents by file name into a folder in torchvision's layout: `place_of(root, contents)`."""

    def place_of(root, contents):
        place = Place(Path(root), named=True)
        place.raw.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            (place.raw / name).write_bytes(content)
        return place

    return place_of


@pytest.fixture
def tiny_place(tiny, place_of, tmp_path):
    """A place of one's own that holds all of the tiny files."""
    return place_of(tmp_path / "data", tiny)


@pytest.fixture
def whole_place(request):
    """A complete place, only to be read: the real one where there is one."""
    return Place(Path(REAL).absolute(), named=True) if REAL else request.getfixturevalue("tiny_place")


@pytest.fixture(scope="module")
def one_thread():
    """For networks as small as these a second thread is only waited for, and the order of a sum is always the same."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def exported(one_thread):
    """A module as the trusted side knows it: `exported(module, training=False)` answers (graph, weights, shapes)."""
    from cnnlab.networks.reading import read_graph, read_weights
    from cnnlab.networks.workbench.export import export
    from cnnlab.networks.workbench.weights import take_weights

    def exported(module, training=False):
        weights = read_weights(take_weights(module))
        graph = read_graph(export(module, training))
        return graph, weights, {name: each.shape for name, each in weights.items()}

    return exported


@pytest.fixture
def lecture_network():
    """The lecture's network: 28→26→13→11→5, 1600 features, 225,034 parameters."""
    import torch
    from torch import nn

    torch.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(1600, 128), nn.ReLU(), nn.Linear(128, 10),
    )  # fmt: skip


@pytest.fixture(scope="session")
def few_digits():
    """The stand-in, cut short: 384 digits to train on, 96 held out, 150 graded."""
    from cnnlab.networks.digits import Digits, Split
    from cnnlab.networks.stand_in import read_stand_in

    digits = read_stand_in()

    def cut(split, count):
        return Split(split.images[:count], split.labels[:count])

    return Digits(digits.source, cut(digits.train, 384), cut(digits.held_out, 96), cut(digits.test, 150))
