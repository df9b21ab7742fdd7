"""Checks that you can read and run: `cnnlab check assignment2`."""

import pytest

from cnnlab.grading import assert_rejects, assert_same

LECTURE_FEATURES = [
    {"type": "conv", "out_channels": 32, "kernel_size": 3},
    {"type": "max_pool", "kernel_size": 2, "stride": 2},
    {"type": "conv", "out_channels": 64, "kernel_size": 3},
    {"type": "max_pool", "kernel_size": 2, "stride": 2},
]
LECTURE_NETWORK = [
    *LECTURE_FEATURES,
    {"type": "flatten"},
    {"type": "linear", "out_features": 128},
    {"type": "linear", "out_features": 10},
]


@pytest.mark.points(6)
@pytest.mark.lesson("05-output-size#formula")
def test_the_sizes_of_the_lecture(student):
    """The sizes of the lecture's network, layer by layer"""
    assert_same(student.conv_output_size(28, 3), 26, cause="kernel_size")
    assert_same(student.conv_output_size(26, 2, 2), 13, cause="stride")
    assert_same(student.conv_output_size(13, 3, stride=1, padding=0), 11, cause="kernel_size")
    assert_same(student.conv_output_size(11, 2, stride=2), 5, cause="stride")
    assert_same(student.conv_output_size(28, 5, padding=2), 28, cause="padding")


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#formula")
def test_a_kernel_that_does_not_fit(student):
    """A kernel that does not fit is refused, one that just fits is not"""
    assert_same(student.conv_output_size(3, 3), 1)
    assert_same(student.conv_output_size(3, 4, padding=1), 2, cause="padding")
    assert_rejects(student.conv_output_size, 3, 4, naming="kernel_size")


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#same")
def test_same_padding_of_small_kernels(student):
    """Padding that keeps the size, for the usual kernels"""
    assert_same(student.same_padding(1), 0)
    assert_same(student.same_padding(3), 1)
    assert_same(student.same_padding(5), 2)
    assert_rejects(student.same_padding, 2, naming="kernel_size")


@pytest.mark.points(5)
@pytest.mark.lesson("04-filters#parameters")
def test_the_convolution_parameters_of_the_lecture(student):
    """Parameters of the lecture's convolution layers"""
    assert_same(student.conv_parameter_count(1, 32, 3), 320)
    assert_same(student.conv_parameter_count(32, 64, 3), 18_496)
    assert_same(student.conv_parameter_count(1, 1, 5, bias=False), 25)
    assert_same(student.conv_parameter_count(1, 1, 5), 26)


@pytest.mark.points(3)
@pytest.mark.lesson("08-fully-connected#parameters")
def test_the_linear_parameters_of_the_lecture(student):
    """Parameters of the lecture's fully connected layers"""
    assert_same(student.linear_parameter_count(64 * 5 * 5, 128), 204_928)
    assert_same(student.linear_parameter_count(128, 10), 1_290)
    assert_same(student.linear_parameter_count(28 * 28, 24 * 24, bias=False), 451_584)


@pytest.mark.points(6)
@pytest.mark.lesson("11-architecture#shapes")
def test_the_shapes_of_the_lecture(student):
    """Shapes through the lecture's PyTorch network"""
    assert_same(
        student.trace_shapes((1, 28, 28), LECTURE_NETWORK),
        [(1, 28, 28), (32, 26, 26), (32, 13, 13), (64, 11, 11), (64, 5, 5), (1600,), (128,), (10,)],
    )
    assert_same(
        student.trace_shapes((3, 12, 14), LECTURE_FEATURES),
        [(3, 12, 14), (32, 10, 12), (32, 5, 6), (64, 3, 4), (64, 1, 2)],
    )


@pytest.mark.points(4)
@pytest.mark.lesson("12-feature-hierarchy#receptive-field")
def test_the_receptive_fields_of_the_lecture(student):
    """Receptive fields of the lecture's network, layer by layer"""
    two_convolutions = [LECTURE_FEATURES[0], LECTURE_FEATURES[2]]
    assert_same(student.receptive_field(two_convolutions), 5)
    for depth, expected in [(1, 3), (2, 4), (3, 8), (4, 10)]:
        assert_same(student.receptive_field(LECTURE_FEATURES[:depth]), expected, cause="stride")
