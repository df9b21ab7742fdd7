"""Receptive fields against the reference of assignment 2, and against pixels that are really changed."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.lectures.computing.seeing import KERAS, PYTORCH, Sliding, fields, jumps, seen

REFERENCE = Path(__file__).resolve().parents[3] / "solutions" / "assignment2" / "reference" / "output_size.py"
LAYERS = st.lists(st.builds(Sliding, st.just("layer"), st.integers(1, 4), st.integers(1, 3)), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def reference():
    spec = importlib.util.spec_from_file_location("output_size_reference", REFERENCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(LAYERS)
def test_fields_are_those_of_the_reference(reference, layers):
    described = [
        {"type": "conv", "out_channels": 1, "kernel_size": layer.kernel_size, "stride": layer.stride}
        for layer in layers
    ]
    expected = [reference.receptive_field(described[: depth + 1]) for depth in range(len(layers))]
    assert fields(layers) == expected


@given(st.lists(st.builds(Sliding, st.just("layer"), st.integers(1, 3), st.integers(1, 2)), min_size=1, max_size=3))
def test_what_is_seen_is_what_changes_the_value(layers):
    place = 1
    size = seen(layers, place)[0][-1] + 3

    def value(row):
        for layer in layers:
            windows = np.lib.stride_tricks.sliding_window_view(row, layer.kernel_size)[:: layer.stride]
            row = windows.sum(axis=1)
        return row[place]

    plain = value(np.zeros(size))
    changed = [pixel for pixel in range(size) if value(np.eye(size)[pixel]) != plain]
    expected = seen(layers, place)[0]
    assert changed[0] == expected[0]
    assert changed[-1] == expected[-1]


@given(LAYERS)
def test_jumps_are_the_strides_multiplied(layers):
    assert jumps(layers) == np.cumprod([layer.stride for layer in layers]).tolist()


def test_the_networks_of_the_lecture():
    assert fields(PYTORCH) == [3, 4, 8, 10]
    assert fields(KERAS) == [3, 4, 8, 10, 18]
