"""Checks that you can read and run: `cnnlab check assignment3`."""

import numpy as np
import pytest

from cnnlab.grading import assert_rejects, assert_same

FEATURE_MAP = np.array(
    [
        [
            [
                [2.0, 1.0, 0.0, 3.0],
                [4.0, 6.0, 5.0, 1.0],
                [-3.0, -1.0, 7.0, 2.0],
                [-2.0, -6.0, 0.0, 3.0],
            ]
        ]
    ]
)
NEGATIVE_MAP = np.array([[[[-1.0, -2.0], [-3.0, -4.0]]]])


@pytest.mark.points(6)
@pytest.mark.lesson("07-pooling#max-pooling")
def test_max_pooling_of_the_handout(student):
    """Max pooling of the handout's feature map"""
    assert_same(student.max_pool2d(FEATURE_MAP, 2), np.array([[[[6.0, 5.0], [-1.0, 7.0]]]]))
    rows = np.array([[[[3.0], [6.0], [7.0], [3.0]]]])
    assert_same(student.max_pool2d(FEATURE_MAP, (1, 4)), rows, cause="kernel_size")


@pytest.mark.points(6)
@pytest.mark.lesson("07-pooling#average-pooling")
def test_average_pooling_of_the_handout(student):
    """Average pooling of the handout's feature map"""
    assert_same(student.avg_pool2d(FEATURE_MAP, 2), np.array([[[[3.25, 2.25], [-3.0, 3.0]]]]))
    rows = np.array([[[[1.5], [4.0], [1.25], [-1.25]]]])
    assert_same(student.avg_pool2d(FEATURE_MAP, (1, 4)), rows, cause="kernel_size")


@pytest.mark.points(5)
@pytest.mark.lesson("07-pooling#stride")
def test_a_stride_of_its_own(student):
    """A stride that differs from the kernel size"""
    overlapping = np.array([[[[6.0, 6.0, 5.0], [6.0, 7.0, 7.0], [-1.0, 7.0, 7.0]]]])
    assert_same(student.max_pool2d(FEATURE_MAP, 2, stride=1), overlapping, cause="stride")
    pairs_of_rows = np.array([[[[3.25, 3.0, 2.25], [-3.0, 0.0, 3.0]]]])
    assert_same(student.avg_pool2d(FEATURE_MAP, 2, stride=(2, 1)), pairs_of_rows, cause="stride")


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#padding")
def test_max_pooling_with_padding(student):
    """Max pooling with a border around negative values"""
    assert_same(student.max_pool2d(NEGATIVE_MAP, 2, padding=1), NEGATIVE_MAP, cause="padding")
    rows = np.array([[[[-1.0], [-3.0]]]])
    assert_same(student.max_pool2d(NEGATIVE_MAP, 2, padding=(1, 0)), rows, cause="padding")


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#padding")
def test_average_pooling_with_padding(student):
    """Average pooling with a border that counts"""
    assert_same(student.avg_pool2d(NEGATIVE_MAP, 2, padding=1), NEGATIVE_MAP / 4, cause="padding")
    rows = np.array([[[[-0.75], [-1.75]]]])
    assert_same(student.avg_pool2d(NEGATIVE_MAP, 2, padding=(1, 0)), rows, cause="padding")


@pytest.mark.points(5)
@pytest.mark.lesson("07-pooling#padding")
def test_padding_of_more_than_half_the_kernel(student):
    """Padding beyond half the kernel is refused, half of it is not"""
    for pool in (student.max_pool2d, student.avg_pool2d):
        assert_same(pool(np.zeros((1, 1, 4, 4)), 2, padding=1), np.zeros((1, 1, 3, 3)), cause="padding")
        assert_rejects(pool, np.zeros((1, 1, 4, 4)), 2, padding=2, naming="padding")
        assert_rejects(pool, np.zeros((1, 1, 4, 4)), 3, padding=2, naming="padding")
