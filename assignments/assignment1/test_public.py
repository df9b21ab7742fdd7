"""Checks that you can read and run: `cnnlab check assignment1`."""

import numpy as np
import pytest

from cnnlab.grading import assert_rejects, assert_same, assert_unchanged

DIAGONAL = np.array([[1.0, -1.0, -1.0], [-1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]])
IMAGE = np.array([[1.0, 2.0, 0.0, 3.0], [4.0, 1.0, 2.0, 1.0], [0.0, 3.0, 1.0, 5.0]])
KERNEL = np.array([[1.0, 2.0], [0.0, -1.0]])
TWO_CHANNELS = np.array([[[[1.0, 2.0], [3.0, 4.0]], [[0.0, 1.0], [1.0, 0.0]]]])
TWO_FILTERS = np.array(
    [
        [[[1.0, 0.0], [0.0, 1.0]], [[2.0, 0.0], [0.0, 2.0]]],
        [[[1.0, 1.0], [1.0, 1.0]], [[-1.0, 1.0], [1.0, -1.0]]],
    ]
)


@pytest.mark.points(6)
@pytest.mark.lesson("03-convolution#match-score")
def test_the_patch_of_the_lecture(student):
    """The patch of the lecture matches with seven ninths"""
    one_cell_differs = DIAGONAL.copy()
    one_cell_differs[0, 0] = -1.0
    assert_same(student.match_score(one_cell_differs, DIAGONAL), 7 / 9)
    assert_same(student.match_score(DIAGONAL, DIAGONAL), 1.0)
    assert_same(student.match_score(-DIAGONAL, DIAGONAL), -1.0)


@pytest.mark.points(6)
@pytest.mark.lesson("03-convolution#cross-correlation")
def test_the_correlation_of_the_handout(student):
    """The cross-correlation of the handout's example"""
    assert_same(student.cross_correlate2d(IMAGE, KERNEL), np.array([[4.0, 0.0, 5.0], [3.0, 4.0, -1.0]]))
    assert_unchanged(student)


@pytest.mark.points(5)
@pytest.mark.lesson("05-output-size#padding")
def test_strides_and_paddings_of_the_handout(student):
    """The handout's example with a stride and with padding"""
    assert_same(student.cross_correlate2d(IMAGE, KERNEL, stride=2), np.array([[4.0, 5.0]]), cause="stride")
    padded = np.array(
        [
            [-1.0, -2.0, 0.0, -3.0, 0.0],
            [-2.0, 4.0, 0.0, 5.0, 3.0],
            [8.0, 3.0, 4.0, -1.0, 1.0],
            [0.0, 6.0, 5.0, 11.0, 5.0],
        ]
    )
    assert_same(student.cross_correlate2d(IMAGE, KERNEL, padding=1), padded, cause="padding")
    both = np.array([[-2.0], [3.0]])
    assert_same(student.cross_correlate2d(IMAGE, KERNEL, (2, 3), (1, 0)), both, cause="stride")


@pytest.mark.points(6)
@pytest.mark.lesson("03-convolution#definition")
def test_the_convolution_of_the_handout(student):
    """The convolution of the handout's example"""
    assert_same(student.convolve2d(IMAGE, KERNEL), np.array([[8.0, 2.0, 5.0], [-1.0, 6.0, 5.0]]))
    assert_unchanged(student)


@pytest.mark.points(5)
@pytest.mark.lesson("03-convolution#channels")
def test_the_layer_of_the_handout(student):
    """Two channels, two filters and their biases"""
    bias = np.array([0.5, -2.0])
    assert_same(student.conv2d(TWO_CHANNELS, TWO_FILTERS), np.array([[[[5.0]], [[12.0]]]]))
    assert_same(student.conv2d(TWO_CHANNELS, TWO_FILTERS, bias), np.array([[[[5.5]], [[10.0]]]]), cause="bias")
    same = np.array([[[[5.5, 4.5], [5.5, 4.5]], [[10.0, 3.0], [4.0, 2.0]]]])
    assert_same(student.conv2d(TWO_CHANNELS, TWO_FILTERS, bias, padding="same"), same, cause="padding")


@pytest.mark.points(2)
@pytest.mark.lesson("05-output-size#formula")
def test_wrong_arguments_of_the_handout(student):
    """Wrong arguments are refused by name, right ones are not"""
    assert_same(student.cross_correlate2d(KERNEL, KERNEL), np.array([[6.0]]))
    assert_rejects(student.cross_correlate2d, KERNEL, IMAGE, naming="kernel")
    assert_rejects(student.cross_correlate2d, IMAGE, KERNEL, stride=0, naming="stride")
    assert_rejects(student.conv2d, TWO_CHANNELS, TWO_FILTERS[:, :1], naming="weight")
