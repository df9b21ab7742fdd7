"""The reference of assignment 1 against SciPy, and the lecture's own numbers."""

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal
from scipy import signal

REFERENCE = Path(__file__).parents[2] / "solutions" / "assignment1" / "reference" / "convolution.py"


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("assignment1_reference", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


convolution = _load(REFERENCE)

sides = st.integers(1, 4)
pairs_from_one = st.tuples(st.integers(1, 3), st.integers(1, 3))
pairs_from_zero = st.tuples(st.integers(0, 2), st.integers(0, 2))


def floats(*shape: int) -> st.SearchStrategy[np.ndarray]:
    return arrays(float, shape, elements=st.floats(-100, 100, width=32))


@st.composite
def planes(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """An image and a kernel that fits into it."""
    kernel = draw(floats(draw(sides), draw(sides)))
    image = draw(floats(kernel.shape[0] + draw(st.integers(0, 4)), kernel.shape[1] + draw(st.integers(0, 4))))
    return image, kernel


@st.composite
def layers(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A batch of images, the weights of a layer and its biases."""
    images, filters, channels = draw(st.integers(1, 2)), draw(st.integers(1, 3)), draw(st.integers(1, 3))
    height, width = draw(sides), draw(sides)
    x = draw(floats(images, channels, height + draw(st.integers(0, 3)), width + draw(st.integers(0, 3))))
    return x, draw(floats(filters, channels, height, width)), draw(floats(filters))


def oracle(image: np.ndarray, kernel: np.ndarray, stride: tuple[int, int], padding: tuple[int, int]) -> np.ndarray:
    padded = np.pad(image, [(side, side) for side in padding])
    return signal.correlate2d(padded, kernel, mode="valid")[:: stride[0], :: stride[1]]


def layer_oracle(
    x: np.ndarray,
    weight: np.ndarray,
    bias: np.ndarray,
    stride: tuple[int, int],
    padding: tuple[int, int],
) -> np.ndarray:
    def feature_map(image: np.ndarray, filter_: np.ndarray) -> np.ndarray:
        return sum(oracle(channel, kernel, stride, padding) for channel, kernel in zip(image, filter_, strict=True))

    return np.array([[feature_map(image, filter_) + b for filter_, b in zip(weight, bias, strict=True)] for image in x])


@given(st.tuples(sides, sides).flatmap(lambda shape: st.tuples(floats(*shape), floats(*shape))))
def test_the_match_score_is_a_correlation_at_one_place_over_the_cells(pair):
    patch, kernel = pair
    expected = signal.correlate(patch, kernel, mode="valid", method="direct").item() / patch.size
    assert_allclose(convolution.match_score(patch, kernel), expected, atol=1e-9)


@given(planes(), pairs_from_one, pairs_from_zero)
def test_cross_correlation_agrees_with_scipy(plane, stride, padding):
    result = convolution.cross_correlate2d(*plane, stride, padding)
    assert_allclose(result, oracle(*plane, stride, padding), atol=1e-8)


@given(planes(), pairs_from_one, pairs_from_zero)
def test_convolution_agrees_with_scipy(plane, stride, padding):
    image, kernel = plane
    padded = np.pad(image, [(side, side) for side in padding])
    expected = signal.convolve2d(padded, kernel, mode="valid")[:: stride[0], :: stride[1]]
    assert_allclose(convolution.convolve2d(image, kernel, stride, padding), expected, atol=1e-8)


@given(planes())
def test_full_padding_makes_convolution_commutative(plane):
    image, kernel = plane
    one = convolution.convolve2d(image, kernel, padding=(kernel.shape[0] - 1, kernel.shape[1] - 1))
    other = convolution.convolve2d(kernel, image, padding=(image.shape[0] - 1, image.shape[1] - 1))
    assert_allclose(one, other, atol=1e-8)


@given(layers(), pairs_from_one, pairs_from_zero)
def test_a_layer_agrees_with_scipy_summed_over_channels(layer, stride, padding):
    expected = layer_oracle(*layer, stride, padding)
    assert_allclose(convolution.conv2d(*layer, stride, padding), expected, atol=1e-7)


@given(layers())
def test_valid_is_no_padding(layer):
    assert_array_equal(convolution.conv2d(*layer, padding="valid"), convolution.conv2d(*layer))


@given(layers())
def test_same_keeps_the_size_and_pads_the_end_at_least_as_much(layer):
    x, weight, bias = layer
    before = [(size - 1) // 2 for size in weight.shape[2:]]
    after = [size - 1 - zeros for size, zeros in zip(weight.shape[2:], before, strict=True)]
    padded = np.pad(x, [(0, 0), (0, 0), (before[0], after[0]), (before[1], after[1])])
    result = convolution.conv2d(x, weight, bias, padding="same")
    assert result.shape == (len(x), len(weight), *x.shape[2:])
    assert_allclose(result, layer_oracle(padded, weight, bias, (1, 1), (0, 0)), atol=1e-7)


@given(layers())
def test_inputs_are_left_unchanged(layer):
    copies = [array.copy() for array in layer]
    convolution.conv2d(*layer, padding=1)
    convolution.convolve2d(layer[0][0, 0], layer[1][0, 0], padding=1)
    convolution.match_score(layer[1][0, 0], layer[1][0, 0])
    for array, copy in zip(layer, copies, strict=True):
        assert_array_equal(array, copy)


def test_the_patch_of_the_lecture_scores_seven_ninths():
    kernel = np.array([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
    patch = kernel.copy()
    patch[0, 0] = -1
    assert convolution.match_score(patch, kernel) == 7 / 9


def test_the_map_of_a_5x5_kernel_on_a_digit_is_24x24():
    assert convolution.cross_correlate2d(np.ones((28, 28)), np.ones((5, 5))).shape == (24, 24)


def test_same_puts_the_extra_zero_of_an_even_kernel_at_the_end():
    row, ones = np.array([[[[5.0, 7.0]]]]), np.ones((1, 1, 1, 2))
    assert_array_equal(convolution.conv2d(row, ones, padding="same"), [[[[12.0, 7.0]]]])


def test_a_vertical_edge_filter_answers_at_the_step():
    step = np.array([[0, 0, 0, 1, 1, 1]] * 3)
    assert_array_equal(convolution.cross_correlate2d(step, np.array([[-1, 0, 1]] * 3)), [[0.0, 3.0, 3.0, 0.0]])


@pytest.mark.parametrize(
    ("given_type", "result_type"),
    [(np.float32, np.float32), (np.float64, np.float64), (np.uint8, np.float64), (np.int64, np.float64)],
)
def test_the_dtype_of_a_map_is_floating(given_type, result_type):
    pixels = np.full((2, 3), 200, given_type)
    assert convolution.cross_correlate2d(pixels, pixels).dtype == result_type
    assert_array_equal(convolution.cross_correlate2d(pixels, pixels), [[6 * 200**2]])
    layer = pixels[np.newaxis, np.newaxis]
    assert convolution.conv2d(layer, layer, np.zeros(1, given_type)).dtype == result_type


@pytest.mark.parametrize("wrong", [0, -1, True, 1.0, None, (1, 0), (1, 1, 1), "2"])
def test_a_stride_that_is_not_a_positive_int_is_refused(wrong):
    with pytest.raises(ValueError, match="stride"):
        convolution.cross_correlate2d(np.ones((3, 3)), np.ones((2, 2)), stride=wrong)
    with pytest.raises(ValueError, match="stride"):
        convolution.conv2d(np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2)), stride=wrong)


@pytest.mark.parametrize("wrong", [-1, False, 0.5, None, (0, -1), (1,), "full"])
def test_a_padding_that_is_not_a_size_is_refused(wrong):
    with pytest.raises(ValueError, match="padding"):
        convolution.convolve2d(np.ones((3, 3)), np.ones((2, 2)), padding=wrong)
    with pytest.raises(ValueError, match="padding"):
        convolution.conv2d(np.ones((1, 1, 3, 3)), np.ones((1, 1, 2, 2)), padding=wrong)


@pytest.mark.parametrize("function", ["cross_correlate2d", "convolve2d"])
def test_a_kernel_fits_only_where_padding_makes_room(function):
    slide = getattr(convolution, function)
    with pytest.raises(ValueError, match="kernel"):
        slide(np.ones((2, 2)), np.ones((3, 3)))
    assert slide(np.ones((2, 2)), np.ones((3, 3)), padding=1).shape == (2, 2)


def test_arrays_that_do_not_belong_together_are_refused_by_name():
    x, weight = np.ones((1, 2, 3, 3)), np.ones((3, 2, 2, 2))
    with pytest.raises(ValueError, match="kernel"):
        convolution.match_score(np.ones((3, 3)), np.ones((1, 3)))
    with pytest.raises(ValueError, match="weight"):
        convolution.conv2d(x, weight[:, :1])
    with pytest.raises(ValueError, match="weight"):
        convolution.conv2d(x, np.ones((3, 2, 4, 1)))
    with pytest.raises(ValueError, match="bias"):
        convolution.conv2d(x, weight, np.ones(1))
    with pytest.raises(ValueError, match="padding"):
        convolution.conv2d(x, weight, stride=2, padding="same")


def test_arrays_of_another_number_of_axes_are_refused_by_name():
    with pytest.raises(ValueError, match="image"):
        convolution.cross_correlate2d(np.ones(3), np.ones((1, 1)))
    with pytest.raises(ValueError, match="kernel"):
        convolution.convolve2d(np.ones((3, 3)), np.ones(3))
    with pytest.raises(ValueError, match="x has 3 axes"):
        convolution.conv2d(np.ones((1, 3, 3)), np.ones((1, 1, 2, 2)))
    with pytest.raises(ValueError, match="weight is empty"):
        convolution.conv2d(np.ones((1, 1, 3, 3)), np.ones((0, 1, 2, 2)))
