"""Hidden checks of assignment 2: sizes, counts, shapes and receptive fields."""

import pytest

from cnnlab.grading import assert_rejects, assert_same


def conv(out_channels, kernel_size, **more):
    return {"type": "conv", "out_channels": out_channels, "kernel_size": kernel_size, **more}


def max_pool(kernel_size, **more):
    return {"type": "max_pool", "kernel_size": kernel_size, **more}


def avg_pool(kernel_size, **more):
    return {"type": "avg_pool", "kernel_size": kernel_size, **more}


def linear(out_features):
    return {"type": "linear", "out_features": out_features}


RELU = {"type": "relu"}
FLATTEN = {"type": "flatten"}


@pytest.mark.points(2)
@pytest.mark.lesson("05-output-size#formula")
def test_kernel_alone(student, reference):
    """Output sizes as the kernel grows from one pixel to the whole input"""
    for input_size, kernel_size in [(7, 2), (7, 1), (7, 7), (32, 5), (1, 1), (9, 4)]:
        expected = reference.conv_output_size(input_size, kernel_size)
        assert_same(student.conv_output_size(input_size, kernel_size), expected, cause="kernel_size")


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#padding")
def test_padding_alone(student, reference):
    """Output sizes with padding"""
    for input_size, kernel_size, padding in [
        (7, 3, 0),
        (7, 3, 1),
        (7, 5, 1),
        (6, 5, 4),
        (2, 4, 1),
        (1, 1, 3),
    ]:
        expected = reference.conv_output_size(input_size, kernel_size, padding=padding)
        assert_same(student.conv_output_size(input_size, kernel_size, padding=padding), expected, cause="padding")


@pytest.mark.points(2)
@pytest.mark.lesson("05-output-size#stride")
def test_strides_that_fit(student, reference):
    """Output sizes with strides that end exactly at the edge"""
    for input_size, kernel_size, stride in [
        (6, 2, 1),
        (9, 3, 2),
        (8, 2, 2),
        (11, 3, 4),
        (10, 4, 6),
        (6, 6, 3),
    ]:
        expected = reference.conv_output_size(input_size, kernel_size, stride)
        assert_same(student.conv_output_size(input_size, kernel_size, stride), expected, cause="stride")


@pytest.mark.points(4)
@pytest.mark.lesson("05-output-size#floor")
def test_strides_that_leave_a_rest(student, reference):
    """Output sizes with strides that leave pixels over"""
    for input_size, kernel_size, stride in [
        (14, 9, 2),
        (9, 4, 3),
        (11, 4, 3),
        (9, 2, 2),
        (5, 3, 7),
        (20, 4, 5),
    ]:
        expected = reference.conv_output_size(input_size, kernel_size, stride)
        assert_same(student.conv_output_size(input_size, kernel_size, stride), expected, cause="stride")


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#formula")
def test_all_sizes_together(student, reference, rng):
    """Output sizes with kernel, stride and padding together"""
    assert_same(student.conv_output_size(5, 3, 1, 2), 7)
    assert_same(student.conv_output_size(9, 6, 3, 2), 3)
    assert_same(student.conv_output_size(224, 7, 2, 3), 112)
    assert_same(student.conv_output_size(227, 11, stride=4), 55)
    for _ in range(20):
        kernel_size, stride, padding = (int(size) for size in rng.integers([1, 1, 0], [8, 5, 4]))
        input_size = int(rng.integers(kernel_size, 40))
        expected = reference.conv_output_size(input_size, kernel_size, stride, padding)
        assert_same(student.conv_output_size(input_size, kernel_size, stride, padding), expected)


@pytest.mark.points(4)
@pytest.mark.lesson("05-output-size#formula")
def test_output_size_of_wrong_sizes(student):
    """Sizes without an output are refused, those beside them are not"""
    assert_same(student.conv_output_size(5, 5), 1, cause="kernel_size")
    assert_same(student.conv_output_size(3, 5, 2, 1), 1, cause="padding")
    assert_same(student.conv_output_size(1, 1, 3, 0), 1, cause="stride")
    assert_rejects(student.conv_output_size, 4, 5, naming="kernel_size")
    assert_rejects(student.conv_output_size, 2, 5, padding=1, naming="kernel_size")
    assert_rejects(student.conv_output_size, 3, 9, stride=3, naming="kernel_size")
    assert_rejects(student.conv_output_size, 5, 0, naming="kernel_size")
    assert_rejects(student.conv_output_size, 0, 1, padding=2, naming="input_size")
    assert_rejects(student.conv_output_size, 5, 3, stride=0, naming="stride")
    assert_rejects(student.conv_output_size, 5, 3, stride=-1, naming="stride")
    assert_rejects(student.conv_output_size, 5, 3, padding=-1, naming="padding")


@pytest.mark.points(1)
@pytest.mark.lesson("05-output-size#formula")
def test_output_size_of_fractions(student):
    """Sizes that are not whole numbers are refused"""
    assert_same(student.conv_output_size(6, 4, 1, 2), 7)
    assert_same(student.conv_output_size(6, 4, 2, 1), 3)
    assert_rejects(student.conv_output_size, 6, 4, padding=1.5, naming="padding")
    assert_rejects(student.conv_output_size, 6, 2.5, naming="kernel_size")
    assert_rejects(student.conv_output_size, 6, 2, stride=0.5, naming="stride")
    assert_rejects(student.conv_output_size, 6, 2, stride=2.0, naming="stride")
    assert_rejects(student.conv_output_size, 6, True, naming="kernel_size")
    assert_rejects(student.conv_output_size, True, 1, naming="input_size")
    assert_rejects(student.conv_output_size, 6, 2, padding=True, naming="padding")


@pytest.mark.points(3)
@pytest.mark.lesson("05-output-size#same")
def test_same_padding(student):
    """Padding that keeps the size, and kernels for which there is none"""
    for kernel_size, expected in [(7, 3), (1, 0), (11, 5), (3, 1)]:
        assert_same(student.same_padding(kernel_size), expected)
    for kernel_size in [4, 10, 0, -3]:
        assert_rejects(student.same_padding, kernel_size, naming="kernel_size")


@pytest.mark.points(4)
@pytest.mark.lesson("04-filters#several-filters")
def test_parameters_of_several_filters(student, reference):
    """Parameters of several filters over several channels"""
    for in_channels, out_channels, kernel_size in [
        (3, 5, 2),
        (1, 1, 3),
        (64, 64, 3),
        (3, 64, 7),
        (6, 16, 5),
        (4, 2, 1),
    ]:
        expected = reference.conv_parameter_count(in_channels, out_channels, kernel_size)
        assert_same(student.conv_parameter_count(in_channels, out_channels, kernel_size), expected)


@pytest.mark.points(2)
@pytest.mark.lesson("04-filters#parameters")
def test_parameters_of_kernels_that_are_not_square(student):
    """Parameters of kernels that are not square"""
    assert_same(student.conv_parameter_count(2, 3, (2, 5)), 63, cause="kernel_size")
    assert_same(student.conv_parameter_count(2, 3, (5, 2)), 63, cause="kernel_size")
    assert_same(student.conv_parameter_count(4, 1, (1, 3)), 13, cause="kernel_size")
    assert_same(student.conv_parameter_count(3, 2, (2, 2)), 26, cause="kernel_size")


@pytest.mark.points(3)
@pytest.mark.lesson("04-filters#bias")
def test_convolution_with_and_without_bias(student):
    """Convolution parameters with a bias and without"""
    assert_same(student.conv_parameter_count(3, 4, 2, bias=False), 48, cause="bias")
    assert_same(student.conv_parameter_count(3, 4, 2, bias=True), 52, cause="bias")
    assert_same(student.conv_parameter_count(5, 2, (1, 2), bias=False), 20, cause="bias")


@pytest.mark.points(3)
@pytest.mark.lesson("08-fully-connected#parameters")
def test_linear_with_and_without_bias(student):
    """Fully connected parameters with a bias and without"""
    assert_same(student.linear_parameter_count(3, 7), 28, cause="bias")
    assert_same(student.linear_parameter_count(7, 3), 24, cause="bias")
    assert_same(student.linear_parameter_count(576, 64), 36_928, cause="bias")
    assert_same(student.linear_parameter_count(7, 3, bias=False), 21, cause="bias")
    assert_same(student.linear_parameter_count(1, 1), 2, cause="bias")


@pytest.mark.points(2)
@pytest.mark.lesson("04-filters#parameters")
def test_parameters_of_wrong_sizes(student):
    """Parameters of impossible layers are refused"""
    assert_same(student.conv_parameter_count(2, 1, 3), 19)
    assert_same(student.linear_parameter_count(2, 5), 15)
    assert_rejects(student.conv_parameter_count, 0, 4, 3, naming="in_channels")
    assert_rejects(student.conv_parameter_count, 3, -1, 3, naming="out_channels")
    assert_rejects(student.conv_parameter_count, 3, 4, 0, naming="kernel_size")
    assert_rejects(student.conv_parameter_count, 3, 4, (3, 0), naming="kernel_size")
    assert_rejects(student.linear_parameter_count, 0, 4, naming="in_features")
    assert_rejects(student.linear_parameter_count, 4, 2.5, naming="out_features")
    assert_rejects(student.conv_parameter_count, 3, True, 3, naming="out_channels")
    assert_rejects(student.linear_parameter_count, True, 4, naming="in_features")


@pytest.mark.points(4)
@pytest.mark.lesson("11-architecture#shapes")
def test_the_keras_network(student):
    """Shapes and parameters of the lecture's Keras network"""
    layers = [conv(32, 3), RELU, max_pool(2), conv(64, 3), RELU, max_pool(2), conv(64, 3), RELU, FLATTEN]
    layers += [linear(64), RELU, linear(10)]
    expected = [(1, 28, 28), (32, 26, 26), (32, 26, 26), (32, 13, 13), (64, 11, 11), (64, 11, 11), (64, 5, 5)]
    expected += [(64, 3, 3), (64, 3, 3), (576,), (64,), (64,), (10,)]
    assert_same(student.trace_shapes((1, 28, 28), layers), expected)
    counts = [student.conv_parameter_count(*sizes) for sizes in [(1, 32, 3), (32, 64, 3), (64, 64, 3)]]
    counts += [student.linear_parameter_count(*sizes) for sizes in [(576, 64), (64, 10)]]
    assert_same(counts, [320, 18_496, 36_928, 36_928, 650])


@pytest.mark.points(4)
@pytest.mark.lesson("05-output-size#formula")
def test_height_and_width_apart(student, reference):
    """Shapes where height and width differ, in image, kernel, stride and padding"""
    for layers in [
        [conv(4, 3)],
        [conv(2, (1, 5))],
        [conv(2, 3, stride=(2, 5))],
        [conv(2, 3, padding=(0, 2))],
        [avg_pool((2, 3))],
        [max_pool((4, 2), stride=(1, 3), padding=(2, 0))],
        [conv(5, (3, 5), stride=(1, 2), padding=(1, 2)), max_pool((1, 2)), conv(6, (2, 1), padding=3)],
    ]:
        assert_same(student.trace_shapes((3, 9, 14), layers), reference.trace_shapes((3, 9, 14), layers))


@pytest.mark.points(3)
@pytest.mark.lesson("07-pooling#stride")
def test_strides_left_out(student, reference):
    """Shapes of layers that leave their stride or padding out"""
    for layer in [
        conv(2, 2),
        conv(2, (2, 1), stride=2),
        max_pool(3),
        avg_pool(4),
        avg_pool(3, stride=1),
        max_pool(3, stride=2, padding=1),
        avg_pool(4, padding=2),
    ]:
        assert_same(
            student.trace_shapes((5, 12, 13), [layer]),
            reference.trace_shapes((5, 12, 13), [layer]),
            cause="stride",
        )


@pytest.mark.points(3)
@pytest.mark.lesson("07-pooling#channels")
def test_channels(student):
    """Channels through convolutions and poolings"""
    assert_same(student.trace_shapes((3, 4, 5), []), [(3, 4, 5)])
    layers = [conv(8, 1), avg_pool((2, 1), stride=(2, 1)), conv(2, 1)]
    assert_same(student.trace_shapes((3, 4, 5), layers), [(3, 4, 5), (8, 4, 5), (8, 2, 5), (2, 2, 5)])
    assert_same(student.trace_shapes((3, 4, 6), [max_pool(2, stride=2)]), [(3, 4, 6), (3, 2, 3)])


@pytest.mark.points(3)
@pytest.mark.lesson("08-fully-connected#flatten")
def test_flat_shapes(student):
    """Shapes from the flatten layer to the last"""
    assert_same(student.trace_shapes((1, 5, 4), [FLATTEN]), [(1, 5, 4), (20,)])
    assert_same(student.trace_shapes((3, 5, 4), [FLATTEN, FLATTEN]), [(3, 5, 4), (60,), (60,)])
    layers = [FLATTEN, linear(7), RELU, linear(2)]
    assert_same(student.trace_shapes((2, 3, 3), layers), [(2, 3, 3), (18,), (7,), (7,), (2,)])


@pytest.mark.points(4)
@pytest.mark.lesson("11-architecture#shapes")
def test_networks_that_cannot_be(student):
    """Layers that cannot follow each other are refused"""
    assert_same(student.trace_shapes((1, 6, 6), [FLATTEN, linear(3)]), [(1, 6, 6), (36,), (3,)])
    assert_same(student.trace_shapes((1, 6, 6), [RELU, FLATTEN]), [(1, 6, 6), (1, 6, 6), (36,)])
    assert_rejects(student.trace_shapes, (1, 6, 6), [linear(3)], naming="linear")
    assert_rejects(student.trace_shapes, (1, 6, 6), [FLATTEN, {"type": "dense"}], naming="type")
    assert_rejects(student.trace_shapes, (1, 6, 6), [{"kernel_size": 3}], naming="type")
    assert_rejects(student.trace_shapes, (1, 6, 6), [FLATTEN, conv(2, 1)], naming="conv")
    assert_rejects(student.trace_shapes, (1, 6, 6), [FLATTEN, max_pool(1)], naming="max_pool")


@pytest.mark.points(2)
@pytest.mark.lesson("07-pooling#padding")
def test_layers_with_wrong_sizes(student):
    """Layers with a wrong or missing size are refused"""
    assert_same(student.trace_shapes((2, 6, 5), [conv(1, 1, padding=2)]), [(2, 6, 5), (1, 10, 9)])
    assert_same(student.trace_shapes((2, 6, 4), [max_pool(2, stride=2, padding=1)]), [(2, 6, 4), (2, 4, 3)])
    assert_rejects(student.trace_shapes, (2, 6, 4), [max_pool(2), conv(4, (3, 3))], naming="kernel_size")
    assert_rejects(student.trace_shapes, (2, 6, 5), [{"type": "conv", "out_channels": 4}], naming="kernel_size")
    assert_rejects(student.trace_shapes, (2, 6, 5), [{"type": "conv", "kernel_size": 3}], naming="out_channels")
    assert_rejects(student.trace_shapes, (2, 6, 5), [FLATTEN, {"type": "linear"}], naming="out_features")
    assert_rejects(student.trace_shapes, (2, 6, 5), [avg_pool(2, stride=(1, 0))], naming="stride")
    assert_rejects(student.trace_shapes, (2, 6, 5), [avg_pool(3, padding=2)], naming="padding")
    assert_rejects(student.trace_shapes, (2, 6, 5), [conv(1, True)], naming="kernel_size")
    assert_rejects(student.trace_shapes, (6, 5), [RELU], naming="input_shape")
    assert_rejects(student.trace_shapes, (0, 6, 5), [RELU], naming="input_shape")


@pytest.mark.points(3)
@pytest.mark.lesson("12-feature-hierarchy#receptive-field")
def test_receptive_fields_without_strides(student):
    """Receptive fields of stacked convolutions"""
    assert_same(student.receptive_field([]), 1)
    assert_same(student.receptive_field([conv(1, 5)]), 5)
    assert_same(student.receptive_field([conv(8, 1), RELU, conv(8, 1)]), 1)
    assert_same(student.receptive_field([conv(2, 3), RELU, conv(2, 3), RELU, conv(2, 3)]), 7)
    assert_same(student.receptive_field([conv(2, 4, padding=2), conv(3, 2, padding=1)]), 5)


@pytest.mark.points(4)
@pytest.mark.lesson("12-feature-hierarchy#receptive-field")
def test_receptive_fields_with_strides(student, reference):
    """Receptive fields behind strides and poolings"""
    for layers in [
        [conv(2, 3), conv(2, 2)],
        [max_pool(2), conv(2, 3)],
        [avg_pool(3), conv(2, 2), max_pool(2), conv(2, 3)],
        [conv(2, 3, stride=2), conv(2, 3, stride=2), conv(2, 3)],
        [max_pool(3, stride=2), conv(2, 5), avg_pool(2, stride=1), conv(2, 2)],
        [conv(2, 1, stride=3), conv(2, 2)],
    ]:
        assert_same(student.receptive_field(layers), reference.receptive_field(layers), cause="stride")


@pytest.mark.points(2)
@pytest.mark.lesson("12-feature-hierarchy#receptive-field")
def test_receptive_fields_of_whole_networks(student):
    """Receptive fields of networks that go on behind the feature maps"""
    head = [FLATTEN, linear(64), RELU, linear(10)]
    assert_same(student.receptive_field([conv(32, 3), *head]), 3)
    assert_same(student.receptive_field(head), 1)
    assert_same(student.receptive_field([conv(4, 3), FLATTEN, max_pool(2), conv(2, 5)]), 3)
    assert_same(student.receptive_field([max_pool(2), linear(9), conv(2, 3), *head]), 2)
    keras = [conv(32, 3), RELU, max_pool(2), conv(64, 3), RELU, max_pool(2), conv(64, 3), RELU]
    assert_same(student.receptive_field(keras + head), 18)


@pytest.mark.points(2)
@pytest.mark.lesson("12-feature-hierarchy#receptive-field")
def test_receptive_fields_of_wrong_layers(student):
    """Receptive fields of wrong layers are refused"""
    assert_same(student.receptive_field([conv(4, 3), conv(4, 3)]), 5)
    assert_same(student.receptive_field([conv(4, 2, stride=2), conv(4, 2)]), 4, cause="stride")
    assert_rejects(student.receptive_field, [conv(4, (3, 5))], naming="kernel_size")
    assert_rejects(student.receptive_field, [conv(4, 3), max_pool(2, stride=(1, 2))], naming="stride")
    assert_rejects(student.receptive_field, [conv(4, 3, stride=0)], naming="stride")
    assert_rejects(student.receptive_field, [conv(4, True)], naming="kernel_size")
    assert_rejects(student.receptive_field, [{"type": "max_pool"}], naming="kernel_size")
    assert_rejects(student.receptive_field, [RELU, {"type": "pool", "kernel_size": 2}], naming="type")
