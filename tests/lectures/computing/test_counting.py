"""Costs against the reference of assignment 2 and against connections counted one by one."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnlab.lectures.computing.counting import convolution, fully_connected, locally_connected, places_in_a_row

REFERENCE = Path(__file__).resolve().parents[3] / "solutions" / "assignment2" / "reference" / "output_size.py"


@pytest.fixture(scope="module")
def reference():
    spec = importlib.util.spec_from_file_location("output_size_reference", REFERENCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@given(st.integers(3, 300), st.integers(1, 3))
def test_weights_are_those_of_the_reference(reference, size, kernel_size):
    side = reference.conv_output_size(size, kernel_size)
    dense = reference.linear_parameter_count(size * size, side * side, bias=False)
    assert fully_connected(size, kernel_size).weights == dense
    assert convolution(size, kernel_size).weights == reference.conv_parameter_count(1, 1, kernel_size, bias=False)


@given(st.integers(3, 7), st.integers(1, 3))
def test_connections_are_those_that_can_be_counted(size, kernel_size):
    windows = np.lib.stride_tricks.sliding_window_view(np.ones((size, size)), (kernel_size, kernel_size))
    assert locally_connected(size, kernel_size).weights == windows.sum()
    assert convolution(size, kernel_size).multiplications == windows.sum()


def test_the_image_of_the_lecture():
    assert fully_connected(28, 5).weights == 451_584
    assert convolution(28, 5).weights == 25
    assert convolution(28, 5).multiplications == 14_400


@given(st.integers(3, 30), st.data())
def test_neighbours_are_where_numpy_lays_them(size, data):
    row, column = data.draw(st.integers(1, size - 2)), data.draw(st.integers(1, size - 2))
    steps = {"above": (-1, 0), "left": (0, -1), "centre": (0, 0), "right": (0, 1), "below": (1, 0)}
    expected = {
        name: int(np.ravel_multi_index((row + down, column + right), (size, size)))
        for name, (down, right) in steps.items()
    }
    assert places_in_a_row(size, row, column) == expected
