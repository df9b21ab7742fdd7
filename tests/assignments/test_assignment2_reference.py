"""The reference of assignment 2 against SciPy: slide windows over real arrays and look at what is left."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.signal import correlate

PATH = Path(__file__).parents[2] / "solutions" / "assignment2" / "reference" / "output_size.py"
SPEC = importlib.util.spec_from_file_location("assignment2_reference", PATH)
output_size = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(output_size)

FEATURES = [
    {"type": "conv", "out_channels": 32, "kernel_size": 3},
    {"type": "max_pool", "kernel_size": 2, "stride": 2},
    {"type": "conv", "out_channels": 64, "kernel_size": 3},
    {"type": "max_pool", "kernel_size": 2, "stride": 2},
]
PYTORCH = [*FEATURES, {"type": "flatten"}]
PYTORCH += [{"type": "linear", "out_features": 128}, {"type": "linear", "out_features": 10}]
KERAS = [*FEATURES, {"type": "conv", "out_channels": 64, "kernel_size": 3}, {"type": "flatten"}]
KERAS += [{"type": "linear", "out_features": 64}, {"type": "linear", "out_features": 10}]

pairs = st.tuples(st.integers(1, 3), st.integers(1, 3))
sizes = st.integers(1, 3) | pairs
paddings = st.integers(0, 1) | st.tuples(st.integers(0, 1), st.integers(0, 1))
convolutions = st.fixed_dictionaries(
    {"type": st.just("conv"), "out_channels": st.integers(1, 4), "kernel_size": sizes},
    optional={"stride": sizes, "padding": paddings},
)
poolings = st.fixed_dictionaries(
    {"type": st.sampled_from(["max_pool", "avg_pool"]), "kernel_size": sizes}, optional={"stride": sizes}
)
square_windows = st.fixed_dictionaries(
    {"type": st.sampled_from(["conv", "max_pool", "avg_pool"]), "kernel_size": st.integers(1, 4)},
    optional={"stride": st.integers(1, 3), "padding": st.integers(0, 2)},
)


def both(size):
    return size if isinstance(size, tuple) else (size, size)


def stride_of(layer):
    return layer.get("stride", 1 if layer["type"] == "conv" else layer["kernel_size"])


def slide(image, layer):
    """Return what SciPy leaves of a (C, H, W) array, one filter of ones for each map."""
    padding, stride = both(layer.get("padding", 0)), both(stride_of(layer))
    padded = np.pad(image, [(0, 0), *((side, side) for side in padding)])
    kernel = np.ones((1, *both(layer["kernel_size"])))
    maps = correlate(padded, kernel, mode="valid", method="direct")[:, :: stride[0], :: stride[1]]
    return np.stack([maps.sum(axis=0)] * layer["out_channels"]) if layer["type"] == "conv" else maps


def parameters(input_shape, layers):
    counts = []
    shapes = output_size.trace_shapes(input_shape, layers)
    for shape, layer in zip(shapes, layers, strict=False):
        if layer["type"] == "conv":
            count = output_size.conv_parameter_count(shape[0], layer["out_channels"], layer["kernel_size"])
            counts.append(count)
        elif layer["type"] == "linear":
            counts.append(output_size.linear_parameter_count(shape[0], layer["out_features"]))
    return counts


@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 6), st.integers(0, 5))
def test_output_size_is_the_length_of_a_strided_correlation(input_size, kernel_size, stride, padding):
    padded = np.pad(np.ones(input_size), padding)
    if kernel_size > len(padded):
        with pytest.raises(ValueError, match="kernel_size"):
            output_size.conv_output_size(input_size, kernel_size, stride, padding)
        return
    expected = correlate(padded, np.ones(kernel_size), mode="valid", method="direct")[::stride]
    assert output_size.conv_output_size(input_size, kernel_size, stride, padding) == len(expected)


@given(st.integers(0, 20), st.integers(1, 60))
def test_same_padding_keeps_every_size(half, input_size):
    kernel_size = 2 * half + 1
    padded = np.pad(np.ones(input_size), output_size.same_padding(kernel_size))
    assert len(correlate(padded, np.ones(kernel_size), mode="valid", method="direct")) == input_size


@given(st.integers(1, 20), st.integers(0, 30))
def test_no_padding_keeps_the_size_under_an_even_kernel(half, padding):
    with pytest.raises(ValueError, match="kernel_size"):
        output_size.same_padding(2 * half)
    assert output_size.conv_output_size(50, 2 * half, padding=padding) != 50


@given(st.integers(1, 6), st.integers(1, 6), sizes, st.booleans())
def test_convolution_parameters_are_the_elements_of_its_arrays(in_channels, out_channels, kernel_size, bias):
    weight = np.empty((out_channels, in_channels, *both(kernel_size)))
    expected = weight.size + (out_channels if bias else 0)
    assert output_size.conv_parameter_count(in_channels, out_channels, kernel_size, bias) == expected


@given(st.integers(1, 60), st.integers(1, 60), st.booleans())
def test_linear_parameters_are_the_elements_of_its_arrays(in_features, out_features, bias):
    expected = np.empty((out_features, in_features)).size + (out_features if bias else 0)
    assert output_size.linear_parameter_count(in_features, out_features, bias) == expected


@settings(deadline=None)
@given(
    st.tuples(st.integers(1, 3), st.integers(3, 16), st.integers(3, 16)),
    st.lists(convolutions | poolings | st.just({"type": "relu"}), max_size=4),
)
def test_traced_shapes_are_those_of_arrays_that_went_through_scipy(input_shape, layers):
    image = np.ones(input_shape)
    expected = [image.shape]
    for layer in layers:
        if layer["type"] != "relu":
            padding = both(layer.get("padding", 0))
            padded = np.array(image.shape[1:]) + 2 * np.array(padding)
            if np.any(both(layer["kernel_size"]) > padded):
                with pytest.raises(ValueError, match="kernel_size"):
                    output_size.trace_shapes(input_shape, layers)
                return
            image = slide(image, layer)
        expected.append(image.shape)
    flat = [{"type": "flatten"}, {"type": "linear", "out_features": 7}]
    assert output_size.trace_shapes(input_shape, [*layers, *flat]) == [*expected, (image.size,), (7,)]


@settings(deadline=None)
@given(st.lists(square_windows, max_size=3))
def test_receptive_field_spans_the_pixels_that_change_an_output(layers):
    field = output_size.receptive_field(layers)
    rows = np.eye(field)
    for layer in layers:
        kernel = np.ones((1, layer["kernel_size"]))
        rows = correlate(rows, kernel, mode="valid", method="direct")[:, :: stride_of(layer)]
    assert rows.shape[1] == 1
    felt = np.flatnonzero(rows[:, 0])
    assert (felt[0], felt[-1]) == (0, field - 1)


def test_sizes_of_the_lecture_and_their_floor():
    assert output_size.trace_shapes((1, 28, 28), PYTORCH) == [
        (1, 28, 28),
        (32, 26, 26),
        (32, 13, 13),
        (64, 11, 11),
        (64, 5, 5),
        (1600,),
        (128,),
        (10,),
    ]


def test_parameters_of_both_networks_of_the_lecture():
    assert parameters((1, 28, 28), PYTORCH) == [320, 18_496, 204_928, 1_290]
    assert sum(parameters((1, 28, 28), PYTORCH)) == 225_034
    assert sum(parameters((1, 28, 28), KERAS)) == 93_322


def test_fully_connected_weights_against_one_shared_kernel():
    assert output_size.linear_parameter_count(28 * 28, 24 * 24, bias=False) == 451_584
    assert output_size.conv_parameter_count(1, 1, 5) == 25 + 1


def test_receptive_fields_of_the_lecture():
    assert [output_size.receptive_field(FEATURES[:depth]) for depth in range(5)] == [1, 3, 4, 8, 10]
    assert output_size.receptive_field(PYTORCH) == 10
    assert output_size.receptive_field(KERAS) == 18


def test_a_layer_that_cannot_work_is_named_with_its_place_and_the_remedy():
    with pytest.raises(ValueError, match=r"trace_shapes: layers\[1\]: linear .* flatten layer first"):
        output_size.trace_shapes((1, 6, 6), [{"type": "relu"}, {"type": "linear", "out_features": 3}])
    with pytest.raises(ValueError, match=r"type='dense' is unknown; use one of conv, max_pool"):
        output_size.receptive_field([{"type": "dense"}])


@pytest.mark.parametrize("size", [0, -1, 1.0, 2.5, True, None, "3"])
def test_sizes_that_are_not_positive_ints_are_refused_by_name(size):
    conv = {"type": "conv", "out_channels": 1, "kernel_size": 1}
    for name, call in {
        "input_size": lambda: output_size.conv_output_size(size, 1),
        "kernel_size": lambda: output_size.same_padding(size),
        "stride": lambda: output_size.conv_output_size(4, 1, size),
        "in_channels": lambda: output_size.conv_parameter_count(size, 1, 1),
        "out_features": lambda: output_size.linear_parameter_count(1, size),
        "input_shape": lambda: output_size.trace_shapes((1, size, 4), []),
        "out_channels": lambda: output_size.trace_shapes((1, 4, 4), [conv | {"out_channels": size}]),
    }.items():
        with pytest.raises(ValueError, match=name):
            call()
    with pytest.raises(ValueError, match="stride"):
        output_size.receptive_field([conv | {"stride": size}])
