"""Hidden checks of assignment 1."""

import numpy as np
import pytest

from cnnlab.grading import assert_rejects, assert_same, assert_unchanged


@pytest.mark.points(4)
@pytest.mark.lesson("03-convolution#match-score")
def test_match_score_of_any_values(student, reference, rng):
    """The match score works for any values, not only 1 and -1"""
    for shape in [(1, 1), (2, 2), (2, 4), (5, 3)]:
        patch, kernel = rng.uniform(-3, 3, shape), rng.uniform(-3, 3, shape)
        assert_same(student.match_score(patch, kernel), reference.match_score(patch, kernel))
    assert_unchanged(student)


@pytest.mark.points(3)
@pytest.mark.lesson("03-convolution#match-score")
def test_match_score_of_different_shapes(student, rng):
    """A patch is compared only with a kernel of its own shape"""
    ones = np.ones((3, 3))
    assert_same(student.match_score(ones, -ones), -1.0)
    for shape in [(1, 3), (3, 1), (1, 1), (2, 3), (4, 4)]:
        assert_rejects(student.match_score, ones, rng.standard_normal(shape), naming="kernel")


@pytest.mark.points(4)
@pytest.mark.lesson("03-convolution#cross-correlation")
def test_correlation_of_rectangles(student, reference, rng):
    """Images and kernels need not be square"""
    for image_size, kernel_size in [((4, 7), (2, 3)), ((6, 3), (3, 1)), ((1, 5), (1, 2)), ((3, 4), (3, 4))]:
        image, kernel = rng.standard_normal(image_size), rng.standard_normal(kernel_size)
        expected = reference.cross_correlate2d(image, kernel)
        assert_same(student.cross_correlate2d(image, kernel), expected, cause="kernel")
    assert_unchanged(student)


@pytest.mark.points(3)
@pytest.mark.lesson("03-convolution#feature-map")
def test_vertical_edges(student):
    """The map of a vertical-edge filter answers at the edge, with the sign of the step"""
    dark_to_bright = np.zeros((4, 6))
    dark_to_bright[:, 3:] = 2.0
    vertical_edge = np.array([[-1.0, 0.0, 1.0]] * 3)
    answer = np.array([[0.0, 6.0, 6.0, 0.0]] * 2)
    assert_same(student.cross_correlate2d(dark_to_bright, vertical_edge), answer)
    assert_same(student.cross_correlate2d(-dark_to_bright, vertical_edge), -answer)
    assert_same(student.cross_correlate2d(dark_to_bright.T, vertical_edge), np.zeros((4, 2)))


@pytest.mark.points(4)
@pytest.mark.lesson("05-output-size#stride")
def test_correlation_with_a_stride(student, reference, rng):
    """The stride moves the window along both axes"""
    for image_size, kernel_size, stride in [((5, 7), (2, 3), 2), ((6, 6), (3, 3), 2), ((7, 5), (1, 1), 3)]:
        image, kernel = rng.standard_normal(image_size), rng.standard_normal(kernel_size)
        expected = reference.cross_correlate2d(image, kernel, stride)
        assert_same(student.cross_correlate2d(image, kernel, stride), expected, cause="stride")


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#stride")
def test_correlation_with_two_strides(student, reference, rng):
    """A pair of strides is read as rows first, columns second"""
    image, kernel = rng.standard_normal((6, 9)), rng.standard_normal((2, 2))
    for stride in [(1, 2), (3, 1), (2, 4), (2, 2)]:
        expected = reference.cross_correlate2d(image, kernel, stride=stride)
        assert_same(student.cross_correlate2d(image, kernel, stride=stride), expected, cause="stride")


@pytest.mark.points(4)
@pytest.mark.lesson("05-output-size#padding")
def test_correlation_with_padding(student, reference, rng):
    """Padding surrounds the image with zeros on all four sides"""
    for image_size, kernel_size, padding in [((3, 4), (3, 3), 1), ((2, 2), (3, 3), 2), ((3, 5), (2, 2), 3)]:
        image, kernel = rng.standard_normal(image_size), rng.standard_normal(kernel_size)
        expected = reference.cross_correlate2d(image, kernel, padding=padding)
        assert_same(student.cross_correlate2d(image, kernel, padding=padding), expected, cause="padding")
    assert_unchanged(student)


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#padding")
def test_correlation_with_two_paddings(student, reference, rng):
    """Rows and columns can be padded differently, and with a stride too"""
    image, kernel = rng.standard_normal((4, 5)), rng.standard_normal((3, 2))
    for stride, padding in [(1, (1, 0)), (1, (0, 2)), (2, (2, 1)), ((2, 3), (1, 3))]:
        expected = reference.cross_correlate2d(image, kernel, stride, padding)
        assert_same(student.cross_correlate2d(image, kernel, stride, padding), expected, cause="padding")


@pytest.mark.points(3)
@pytest.mark.lesson("03-convolution#feature-map")
def test_whole_number_pixels(student, reference, rng):
    """Whole-number pixels and large values give floats without cut-off or overflow"""
    image = rng.integers(100, 256, (4, 5)).astype(np.uint8)
    kernel = rng.integers(1, 4, (2, 2)) + 0.5
    assert_same(student.cross_correlate2d(image, kernel), reference.cross_correlate2d(image, kernel))
    kernel = rng.integers(100, 256, (2, 2)).astype(np.uint8)
    assert_same(student.convolve2d(image, kernel), reference.convolve2d(image, kernel))
    assert_same(student.match_score(kernel, kernel), reference.match_score(kernel, kernel))
    x, weight = image[np.newaxis, np.newaxis].astype(int), np.full((1, 1, 2, 2), 0.25)
    assert_same(student.conv2d(x, weight), reference.conv2d(x, weight))
    # Beyond the range of float32: whoever takes a detour through it meets infinity.
    image, kernel, far = rng.uniform(1, 9, (3, 4)), rng.uniform(1, 9, (2, 2)), 1e40
    assert_same(student.match_score(kernel * far, kernel), reference.match_score(kernel * far, kernel))
    x, weight = image[np.newaxis, np.newaxis], kernel[np.newaxis, np.newaxis]
    for function, expected, one, other in [
        (student.cross_correlate2d, reference.cross_correlate2d, image, kernel),
        (student.convolve2d, reference.convolve2d, image, kernel),
        (student.conv2d, reference.conv2d, x, weight),
    ]:
        found = function(one, other)
        assert_same(found, expected(one, other))
        assert_same(found.dtype.name, "float64")
        assert_same(function(one * far, other), expected(one * far, other))
        assert_same(function(one, other * far), expected(one, other * far))


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#formula")
def test_kernels_that_do_not_fit(student, reference, rng):
    """A kernel that does not fit into the padded image is refused"""
    image, kernel = rng.standard_normal((3, 4)), rng.standard_normal((4, 3))
    for function, expected in [
        (student.cross_correlate2d, reference.cross_correlate2d(image, kernel, padding=(1, 0))),
        (student.convolve2d, reference.convolve2d(image, kernel, padding=(1, 0))),
    ]:
        assert_same(function(image, kernel, padding=(1, 0)), expected)
        assert_rejects(function, image, kernel, naming="kernel")
        assert_rejects(function, image, kernel, padding=(0, 3), naming="kernel")
        assert_rejects(function, image, rng.standard_normal((7, 7)), padding=1, naming="kernel")


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#stride")
def test_impossible_strides_and_paddings(student, reference, rng):
    """Strides below one and negative paddings are refused"""
    image, kernel = rng.standard_normal((5, 5)), rng.standard_normal((2, 2))
    expected = reference.cross_correlate2d(image, kernel, 1, 0)
    assert_same(student.cross_correlate2d(image, kernel, 1, 0), expected)
    for stride in [0, -1, (1, 0)]:
        assert_rejects(student.cross_correlate2d, image, kernel, stride=stride, naming="stride")
    for padding in [-1, (0, -1)]:
        assert_rejects(student.cross_correlate2d, image, kernel, padding=padding, naming="padding")
    x, weight = image[np.newaxis, np.newaxis], kernel[np.newaxis, np.newaxis]
    assert_rejects(student.conv2d, x, weight, stride=0, naming="stride")
    assert_rejects(student.conv2d, x, weight, padding=-2, naming="padding")


@pytest.mark.points(4)
@pytest.mark.lesson("03-convolution#definition")
def test_convolution_of_a_bright_pixel(student, rng):
    """Convolution copies the kernel to where a single bright pixel is"""
    for height, width in [(2, 3), (3, 3), (1, 4)]:
        kernel = rng.standard_normal((height, width))
        image = np.zeros((2 * height + 1, 2 * width))
        image[height, width] = 2.0
        expected = np.zeros((height + 2, width + 1))
        expected[1 : 1 + height, 1 : 1 + width] = 2.0 * kernel
        assert_same(student.convolve2d(image, kernel), expected)
    assert_unchanged(student)


@pytest.mark.points(4)
@pytest.mark.lesson("03-convolution#definition")
def test_convolution_with_stride_and_padding(student, reference, rng):
    """Convolution takes strides and paddings like the cross-correlation"""
    image, kernel = rng.standard_normal((4, 6)), rng.standard_normal((2, 3))
    for stride, padding in [(1, 0), (2, 0), (1, 2), ((1, 3), (1, 0)), (2, (0, 1))]:
        expected = reference.convolve2d(image, kernel, stride, padding)
        assert_same(student.convolve2d(image, kernel, stride, padding), expected)


@pytest.mark.points(4)
@pytest.mark.lesson("03-convolution#channels")
def test_layer_sums_channels(student, reference, rng):
    """A filter adds up what it finds in every input channel"""
    for channels in [1, 2, 3, 5]:
        x = rng.standard_normal((1, channels, 3, 4))
        weight = rng.standard_normal((1, channels, 2, 2))
        assert_same(student.conv2d(x, weight), reference.conv2d(x, weight), cause="weight")
    assert_unchanged(student)


@pytest.mark.points(3)
@pytest.mark.lesson("04-filters#several-filters")
def test_layer_with_filters_and_batch(student, reference, rng):
    """Each image of a batch meets each filter"""
    for images, filters, channels in [(1, 3, 2), (3, 1, 1), (2, 2, 2), (2, 4, 3)]:
        x = rng.integers(-9, 10, (images, channels, 4, 3)).astype(np.float32)
        weight = rng.integers(-9, 10, (filters, channels, 3, 2)).astype(np.float32)
        assert_same(student.conv2d(x, weight), reference.conv2d(x, weight), cause="weight")


@pytest.mark.points(4)
@pytest.mark.lesson("04-filters#bias")
def test_layer_with_bias(student, reference, rng):
    """Each feature map is shifted by the bias of its filter"""
    for images, filters, channels in [(1, 2, 1), (2, 3, 2), (1, 4, 3)]:
        x = rng.standard_normal((images, channels, 4, 4))
        weight, bias = rng.standard_normal((filters, channels, 2, 2)), rng.uniform(1, 9, filters)
        assert_same(student.conv2d(x, weight, bias), reference.conv2d(x, weight, bias), cause="bias")
    assert_unchanged(student)


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#formula")
def test_layer_with_stride_and_padding(student, reference, rng):
    """A layer takes strides and paddings, alone and together"""
    x, weight = rng.standard_normal((2, 2, 5, 6)), rng.standard_normal((3, 2, 3, 2))
    bias = rng.standard_normal(3)
    for stride, padding in [(2, 0), (1, 1), ((1, 2), 0), (1, (0, 2)), (3, 2), ((2, 1), (1, 3))]:
        expected = reference.conv2d(x, weight, bias, stride, padding)
        assert_same(student.conv2d(x, weight, bias, stride, padding), expected)


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#same")
def test_padding_by_name(student, reference, rng):
    """The paddings "same" and "valid" follow the size of the kernel"""
    x = rng.standard_normal((1, 2, 5, 6))
    for height, width in [(1, 1), (3, 3), (5, 3), (1, 7)]:
        weight = rng.standard_normal((2, 2, height, width))
        for padding in ["same", "valid"]:
            if padding == "valid" and width > 6:
                continue
            expected = reference.conv2d(x, weight, padding=padding)
            assert_same(student.conv2d(x, weight, padding=padding), expected, cause="padding")


@pytest.mark.points(2)
@pytest.mark.lesson("05-output-size#same")
def test_same_padding_of_even_kernels(student, reference, rng):
    """An even kernel keeps the size with "same" as well"""
    x = rng.standard_normal((1, 1, 4, 5))
    for height, width in [(2, 2), (4, 3), (3, 6)]:
        weight = rng.standard_normal((1, 1, height, width))
        expected = reference.conv2d(x, weight, None, 1, "same")
        assert_same(student.conv2d(x, weight, None, 1, "same"), expected, cause="padding")


@pytest.mark.points(2)
@pytest.mark.lesson("05-output-size#same")
def test_same_padding_with_a_stride(student, reference, rng):
    """The padding "same" is refused where it cannot keep its promise, and other words too"""
    x, weight = rng.standard_normal((1, 1, 6, 6)), rng.standard_normal((1, 1, 3, 3))
    expected = reference.conv2d(x, weight, stride=(1, 1), padding="same")
    assert_same(student.conv2d(x, weight, stride=(1, 1), padding="same"), expected)
    for stride in [2, (1, 2), (2, 1)]:
        assert_rejects(student.conv2d, x, weight, stride=stride, padding="same", naming="padding")
    assert_rejects(student.conv2d, x, weight, padding="full", naming="padding")


@pytest.mark.points(2)
@pytest.mark.lesson("03-convolution#channels")
def test_weights_that_do_not_belong_to_the_input(student, reference, rng):
    """Weights that do not belong to the input are refused"""
    x, weight = rng.standard_normal((1, 2, 4, 4)), rng.standard_normal((3, 2, 2, 2))
    assert_same(student.conv2d(x, weight), reference.conv2d(x, weight))
    for shape in [(3, 1, 2, 2), (2, 3, 2, 2), (3, 2, 5, 2), (3, 2, 2, 5)]:
        assert_rejects(student.conv2d, x, rng.standard_normal(shape), naming="weight")


@pytest.mark.points(2)
@pytest.mark.lesson("04-filters#bias")
def test_biases_that_do_not_belong_to_the_filters(student, reference, rng):
    """A bias needs one number for each filter"""
    x, weight, bias = rng.standard_normal((1, 2, 4, 4)), rng.standard_normal((3, 2, 2, 2)), np.ones(3)
    assert_same(student.conv2d(x, weight, bias), reference.conv2d(x, weight, bias))
    for shape in [(1,), (2,), (4,), (3, 1, 1)]:
        assert_rejects(student.conv2d, x, weight, np.ones(shape), naming="bias")
