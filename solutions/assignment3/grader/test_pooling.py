"""Hidden checks of assignment 3: windows, strides, borders, axes, number types and wrong arguments."""

import numpy as np
import pytest

from cnnlab.grading import assert_rejects, assert_same, assert_unchanged


def whole_numbers(rng, *shape):
    """Readable values of both signs in floating point."""
    return rng.integers(-9, 10, shape).astype(float)


def negative_numbers(rng, *shape):
    """Values below zero, so that a zero which does not belong there stands out."""
    return -rng.integers(1, 10, shape).astype(float)


def both(student, reference):
    """Each function of the student beside its reference."""
    yield student.max_pool2d, reference.max_pool2d
    yield student.avg_pool2d, reference.avg_pool2d


@pytest.mark.points(5)
@pytest.mark.lesson("07-pooling#max-pooling")
def test_the_largest_value_of_every_window(student, reference, rng):
    """Max pooling keeps the largest value of every window, whatever its sign"""
    fractions = rng.standard_normal((1, 1, 6, 3))
    for x in (whole_numbers(rng, 1, 1, 6, 8), negative_numbers(rng, 1, 1, 4, 4), fractions):
        assert_same(student.max_pool2d(x, 2), reference.max_pool2d(x, 2))
    x = np.array([[[[-8.0, 1.0], [0.0, 2.0]]]])
    assert_same(student.max_pool2d(x, 2), np.array([[[[2.0]]]]))


@pytest.mark.points(5)
@pytest.mark.lesson("07-pooling#average-pooling")
def test_the_mean_of_every_window(student, reference, rng):
    """Average pooling takes the mean of every window, whatever its sign"""
    fractions = rng.standard_normal((1, 1, 6, 3))
    for x in (whole_numbers(rng, 1, 1, 6, 8), negative_numbers(rng, 1, 1, 4, 4), fractions):
        assert_same(student.avg_pool2d(x, 2), reference.avg_pool2d(x, 2))
        assert_same(student.avg_pool2d(x, 3), reference.avg_pool2d(x, 3))


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#stride")
def test_overlapping_and_scattered_maxima(student, reference, rng):
    """Windows of max pooling that overlap or leave gaps"""
    x = whole_numbers(rng, 2, 2, 7, 9)
    for stride in (1, 2, 4):
        assert_same(student.max_pool2d(x, 3, stride), reference.max_pool2d(x, 3, stride), cause="stride")
    assert_same(student.max_pool2d(x, 3, None), reference.max_pool2d(x, 3), cause="stride")


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#stride")
def test_overlapping_and_scattered_means(student, reference, rng):
    """Windows of average pooling that overlap or leave gaps"""
    x = whole_numbers(rng, 2, 2, 9, 7)
    for stride in (1, 2, 4):
        assert_same(student.avg_pool2d(x, 3, stride), reference.avg_pool2d(x, 3, stride), cause="stride")
    assert_same(student.avg_pool2d(x, 3, None), reference.avg_pool2d(x, 3), cause="stride")


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#max-pooling")
def test_maxima_in_oblong_windows(student, reference, rng):
    """Max pooling with a kernel that is not square"""
    x = whole_numbers(rng, 1, 1, 6, 6)
    for kernel_size in ((2, 3), (3, 1), (1, 2)):
        expected = reference.max_pool2d(x, kernel_size)
        assert_same(student.max_pool2d(x, kernel_size), expected, cause="kernel_size")


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#average-pooling")
def test_means_in_oblong_windows(student, reference, rng):
    """Average pooling with a kernel that is not square"""
    x = whole_numbers(rng, 1, 1, 6, 6)
    for kernel_size in ((2, 3), (3, 1), (1, 2)):
        expected = reference.avg_pool2d(x, kernel_size)
        assert_same(student.avg_pool2d(x, kernel_size), expected, cause="kernel_size")


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#stride")
def test_different_steps_down_and_across(student, reference, rng):
    """A stride that differs between the height and the width"""
    x = whole_numbers(rng, 1, 1, 6, 7)
    for stride in ((1, 2), (3, 1)):
        assert_same(student.max_pool2d(x, 2, stride), reference.max_pool2d(x, 2, stride), cause="stride")
        assert_same(student.avg_pool2d(x, 2, stride), reference.avg_pool2d(x, 2, stride), cause="stride")


@pytest.mark.points(5)
@pytest.mark.lesson("07-pooling#padding")
def test_the_border_never_wins(student, reference, rng):
    """The border of max pooling never becomes the result"""
    x = negative_numbers(rng, 2, 2, 5, 4)
    for kernel_size, stride, padding in ((2, None, 1), (3, 1, 1), (3, 2, 1), (5, 1, 2)):
        expected = reference.max_pool2d(x, kernel_size, stride, padding)
        assert_same(student.max_pool2d(x, kernel_size, stride, padding), expected, cause="padding")
    # No number is low enough for every image, and the second image here lies far below the first.
    for deep in (x * np.array([1.0, 1e6]).reshape(2, 1, 1, 1), x * 1e40):
        assert_same(student.max_pool2d(deep, 3, 2, 1), reference.max_pool2d(deep, 3, 2, 1), cause="padding")


@pytest.mark.points(5)
@pytest.mark.lesson("07-pooling#padding")
def test_the_border_is_averaged_in(student, reference, rng):
    """The border of average pooling takes part in the mean"""
    x = negative_numbers(rng, 2, 2, 4, 5)
    for kernel_size, stride, padding in ((2, None, 1), (3, 1, 1), (3, 2, 1), (5, 1, 2)):
        expected = reference.avg_pool2d(x, kernel_size, stride, padding)
        assert_same(student.avg_pool2d(x, kernel_size, stride, padding), expected, cause="padding")


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#padding")
def test_different_borders_above_and_beside(student, reference, rng):
    """Padding that differs between the height and the width"""
    x = whole_numbers(rng, 1, 1, 5, 5)
    for padding in ((1, 0), (0, 1)):
        expected = reference.max_pool2d(x, 3, 1, padding)
        assert_same(student.max_pool2d(x, 3, stride=1, padding=padding), expected, cause="padding")
        expected = reference.avg_pool2d(x, (2, 3), 1, padding)
        assert_same(student.avg_pool2d(x, (2, 3), stride=1, padding=padding), expected, cause="padding")


@pytest.mark.points(5)
@pytest.mark.lesson("07-pooling#output-size")
def test_the_pooling_layers_of_the_lecture(student, reference, rng):
    """The pooling layers of the lecture's network, and what is left over at the edges"""
    for size in (26, 11):
        x = whole_numbers(rng, 1, 1, size, size)
        assert_same(student.max_pool2d(x, 2, 2), reference.max_pool2d(x, 2, 2))
    x = whole_numbers(rng, 1, 1, 5, 8)
    assert_same(student.avg_pool2d(x, 3, 2), reference.avg_pool2d(x, 3, 2))
    assert_same(student.avg_pool2d(x, 2, 3, 1), reference.avg_pool2d(x, 2, 3, 1))


@pytest.mark.points(3)
@pytest.mark.lesson("07-pooling#channels")
def test_maxima_of_many_images_and_channels(student, reference, rng):
    """Max pooling of a batch with several channels"""
    x = whole_numbers(rng, 3, 4, 4, 5)
    assert_same(student.max_pool2d(x, 2), reference.max_pool2d(x, 2))
    assert_same(student.max_pool2d(x, 3, 2, 1), reference.max_pool2d(x, 3, 2, 1))


@pytest.mark.points(3)
@pytest.mark.lesson("07-pooling#channels")
def test_means_of_many_images_and_channels(student, reference, rng):
    """Average pooling of a batch with several channels"""
    x = whole_numbers(rng, 4, 3, 5, 4)
    assert_same(student.avg_pool2d(x, 2), reference.avg_pool2d(x, 2))
    assert_same(student.avg_pool2d(x, 3, 2, 1), reference.avg_pool2d(x, 3, 2, 1))


@pytest.mark.points(4)
@pytest.mark.lesson("07-pooling#average-pooling")
def test_number_types(student, reference, rng):
    """Whole numbers become floating-point numbers, and no precision is lost or added"""
    x = rng.integers(-9, 10, (1, 2, 4, 6))
    assert_same(student.max_pool2d(x, 2, padding=1), reference.max_pool2d(x, 2, padding=1))
    assert_same(student.avg_pool2d(x, 2), reference.avg_pool2d(x, 2))
    for pool, expected in both(student, reference):
        for given, due in (("float32", "float32"), ("float64", "float64"), ("int64", "float64")):
            pooled = pool(x.astype(given), 2)
            assert_same(pooled, expected(x.astype(given), 2))
            assert_same(pooled.dtype.name, due)
        # Beyond the range of float32: whoever takes a detour through it meets infinity. All of one sign, so that no sum cancels.
        far = (np.abs(x) + 1) * 1e40
        assert_same(pool(far, 2), expected(far, 2))


@pytest.mark.points(2)
@pytest.mark.lesson("07-pooling#max-pooling")
def test_not_a_number(student, reference, rng):
    """A value that is not a number stays visible in its windows"""
    x = whole_numbers(rng, 1, 1, 4, 6)
    x[0, 0, 1, 2] = np.nan
    assert_same(student.max_pool2d(x, 2), reference.max_pool2d(x, 2))
    assert_same(student.avg_pool2d(x, 2), reference.avg_pool2d(x, 2))
    x = np.abs(x) + 1
    assert_same(student.max_pool2d(x, 2, padding=1), reference.max_pool2d(x, 2, padding=1), cause="padding")


@pytest.mark.points(3)
@pytest.mark.lesson("07-pooling#max-pooling")
def test_the_image_is_left_alone(student, reference, rng):
    """The image that was passed in is not modified"""
    x = whole_numbers(rng, 1, 2, 4, 4)
    assert_same(student.max_pool2d(x, 2), reference.max_pool2d(x, 2))
    assert_same(student.avg_pool2d(x, 2), reference.avg_pool2d(x, 2))
    assert_unchanged(student)


@pytest.mark.points(3)
@pytest.mark.lesson("07-pooling#padding")
def test_sizes_that_make_no_sense(student, reference, rng):
    """Sizes that make no sense are refused, the smallest sensible ones are not"""
    x = whole_numbers(rng, 1, 1, 4, 3)
    for pool, expected in both(student, reference):
        assert_same(pool(x, 1, 1, 0), expected(x, 1, 1, 0))
        assert_same(pool(x, 4, 1, 2), expected(x, 4, 1, 2))
        assert_rejects(pool, x, 0, 1, naming="kernel_size")
        assert_rejects(pool, x, (2, -1), 1, naming="kernel_size")
        assert_rejects(pool, x, 1.5, 1, naming="kernel_size")
        assert_rejects(pool, x, True, 1, naming="kernel_size")
        assert_rejects(pool, x, (2, 2, 2), 1, naming="kernel_size")
        assert_rejects(pool, x, 2, 0, naming="stride")
        assert_rejects(pool, x, 2, (1, -1), naming="stride")
        assert_rejects(pool, x, 2, True, naming="stride")
        assert_rejects(pool, x, 2, padding=-1, naming="padding")
        assert_rejects(pool, x, 2, padding=True, naming="padding")
        assert_rejects(pool, x, (4, 2), padding=2, naming="padding")


@pytest.mark.points(3)
@pytest.mark.lesson("07-pooling#output-size")
def test_images_that_do_not_fit(student, reference, rng):
    """Images without four axes or smaller than the kernel are refused, those that just fit are not"""
    x = whole_numbers(rng, 1, 1, 2, 3)
    for pool, expected in both(student, reference):
        assert_same(pool(x, (2, 3)), expected(x, (2, 3)))
        assert_same(pool(x, 4, padding=1), expected(x, 4, padding=1), cause="padding")
        assert_rejects(pool, x, 3, naming="kernel_size")
        assert_rejects(pool, x, (1, 4), naming="kernel_size")
        assert_rejects(pool, x[0], 2, naming="x")
        assert_rejects(pool, x[0, 0], 2, naming="x")
        assert_rejects(pool, x[np.newaxis], 2, naming="x")
