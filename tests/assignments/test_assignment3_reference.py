"""The reference of assignment 3 against SciPy, and against numbers worked out by hand."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.ndimage import maximum_filter
from scipy.signal import correlate

REFERENCE = Path(__file__).parents[2] / "solutions" / "assignment3" / "reference" / "pooling.py"
spec = importlib.util.spec_from_file_location("assignment3_reference", REFERENCE)
pooling = importlib.util.module_from_spec(spec)
spec.loader.exec_module(pooling)

FEATURE_MAP = np.array([[[[2, 1, 0, 3], [4, 6, 5, 1], [-3, -1, 7, 2], [-2, -6, 0, 3]]]], dtype=float)
FUNCTIONS = [pooling.max_pool2d, pooling.avg_pool2d]


@st.composite
def pooling_calls(draw):
    """An image batch, and a kernel, a stride and a padding as pairs that fit it."""
    kernel = draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    stride = draw(st.tuples(st.integers(1, 4), st.integers(1, 4)))
    padding = tuple(draw(st.integers(0, window // 2)) for window in kernel)
    sides = [draw(st.integers(max(1, window - 2 * pad), 9)) for window, pad in zip(kernel, padding, strict=True)]
    batch = draw(st.tuples(st.integers(1, 3), st.integers(1, 3)))
    x = draw(arrays(float, (*batch, *sides), elements=st.floats(-100, 100, width=32)))
    return x, kernel, stride, padding


def padded(x, padding, value):
    return np.pad(x, [(0, 0), (0, 0), *((pad, pad) for pad in padding)], constant_values=value)


@given(pooling_calls())
def test_max_pooling_is_a_maximum_filter_read_at_the_stride(call):
    x, kernel, stride, padding = call
    image = padded(x, padding, -np.inf)
    filtered = maximum_filter(image, size=(1, 1, *kernel), mode="constant", cval=-np.inf)
    rows, columns = (
        slice(window // 2, window // 2 + length - window + 1, step)
        for window, length, step in zip(kernel, image.shape[2:], stride, strict=True)
    )
    np.testing.assert_array_equal(pooling.max_pool2d(x, kernel, stride, padding), filtered[:, :, rows, columns])


@given(pooling_calls())
def test_average_pooling_is_a_correlation_with_a_flat_kernel(call):
    x, kernel, stride, padding = call
    flat = np.full((1, 1, *kernel), 1 / (kernel[0] * kernel[1]))
    means = correlate(padded(x, padding, 0.0), flat, mode="valid", method="direct")
    np.testing.assert_allclose(
        pooling.avg_pool2d(x, kernel, stride, padding), means[:, :, :: stride[0], :: stride[1]], atol=1e-11
    )


@given(pooling_calls())
def test_single_precision_stays_and_the_image_is_left_alone(call):
    x, kernel, stride, padding = call
    single = x.astype(np.float32)
    for pool in FUNCTIONS:
        assert pool(single, kernel, stride, padding).dtype == np.float32
        pool(x, kernel, stride, padding)[...] = 1000.0
    np.testing.assert_array_equal(x, single)


@given(pooling_calls())
def test_without_a_stride_windows_step_by_the_kernel(call):
    x, kernel, _, padding = call
    for pool in FUNCTIONS:
        expected = pool(x, kernel, kernel, padding)
        np.testing.assert_array_equal(pool(x, kernel, padding=padding), expected)


def test_the_feature_map_of_the_handout():
    np.testing.assert_array_equal(pooling.max_pool2d(FEATURE_MAP, 2), [[[[6, 5], [-1, 7]]]])
    np.testing.assert_array_equal(pooling.avg_pool2d(FEATURE_MAP, 2), [[[[3.25, 2.25], [-3, 3]]]])


def test_the_border_of_the_handout():
    x = np.array([[[[-1.0, -2.0], [-3.0, -4.0]]]])
    np.testing.assert_array_equal(pooling.max_pool2d(x, 2, padding=1), x)
    np.testing.assert_array_equal(pooling.avg_pool2d(x, 2, padding=1), x / 4)


@pytest.mark.parametrize("pool", FUNCTIONS)
def test_the_pooling_layers_of_the_lecture(pool):
    assert pool(np.zeros((1, 32, 26, 26)), 2, 2).shape == (1, 32, 13, 13)
    assert pool(np.zeros((1, 64, 11, 11)), 2, 2).shape == (1, 64, 5, 5)


@pytest.mark.parametrize("pool", FUNCTIONS)
def test_integers_and_booleans_become_floats(pool):
    assert pool(np.arange(16).reshape(1, 1, 4, 4), 2).dtype == np.float64
    assert pool(np.ones((1, 1, 4, 4), dtype=bool), 2).dtype == np.float64


@pytest.mark.parametrize("pool", FUNCTIONS)
def test_nan_is_handed_on_and_spreads_no_further_than_its_windows(pool):
    x = FEATURE_MAP.copy()
    x[0, 0, 0, 0] = np.nan
    np.testing.assert_array_equal(np.isnan(pool(x, 2)), [[[[True, False], [False, False]]]])


@pytest.mark.parametrize("pool", FUNCTIONS)
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"padding": 3}, "padding=3 is more than half of kernel_size=2; use at most 1"),
        ({"padding": (1, 2)}, "padding=2 is more than half of kernel_size=2; use at most 1"),
        ({"padding": -1}, "padding=-1; use a whole number of at least 0"),
        ({"kernel_size": 5}, "kernel_size=5 is more than the padded height of x; use at most 4"),
        ({"kernel_size": (1, 7), "padding": (0, 1)}, "kernel_size=7 is more than the padded width of x"),
        ({"kernel_size": 0}, "kernel_size=0; use a whole number of at least 1"),
        ({"kernel_size": 2.0}, "kernel_size=2.0; use a whole number"),
        ({"kernel_size": True}, "kernel_size=True; use a whole number"),
        ({"kernel_size": None}, "kernel_size=None; use a whole number"),
        ({"kernel_size": (2, 2, 2)}, r"kernel_size=\(2, 2, 2\); use a whole number"),
        ({"stride": 0}, "stride=0; use a whole number of at least 1"),
        ({"stride": (1, -1)}, r"stride=\(1, -1\); use a whole number"),
        ({"x": FEATURE_MAP[0]}, r"x has shape \(1, 4, 4\); give 4 dimensions"),
        ({"x": FEATURE_MAP * 1j}, "x holds complex128; give real numbers"),
    ],
)
def test_a_wrong_argument_is_named(pool, arguments, message):
    with pytest.raises(ValueError, match=f"^{pool.__name__}: {message}"):
        pool(**({"x": FEATURE_MAP, "kernel_size": 2} | arguments))
