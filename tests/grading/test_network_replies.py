"""What checks demand of what a driver says about a network: its logits, its outline, how its parameters fared."""

import numpy as np
import pytest

from cnnlab.grading.failure import CheckFailure
from cnnlab.grading.network import (
    Network,
    assert_convolutional,
    assert_gradients,
    assert_logits,
    assert_moved,
    assert_outline,
)
from cnnlab.messages import Language, render

LOGITS = np.array([[0.5, -1.0, 2.0], [3.0, 0.0, -2.0]], np.float32)
OUTLINE = [["conv2d", [2, 8, 12, 12]], ["relu", [2, 8, 12, 12]], ["max_pool2d", [2, 8, 6, 6]], ["linear", [2, 10]]]


def softmax(logits):
    powers = np.exp(logits)
    return powers / powers.sum(axis=1, keepdims=True)


def failure(demand, *args, **kwargs):
    with pytest.raises(CheckFailure) as failed:
        demand(*args, **kwargs)
    return render(failed.value.message, Language.ENGLISH)


def test_logits_are_finite_floats_of_either_sign_one_row_for_each_image():
    assert_logits(LOGITS, images=2, classes=3)
    assert_logits(np.abs(LOGITS), images=2, classes=3)
    assert_logits(np.float32(1e38) * LOGITS, images=2, classes=3)


@pytest.mark.parametrize(
    "value",
    [None, 3.0, [[0.5, -1.0, 2.0], [3.0, 0.0, -2.0]], LOGITS[0], LOGITS[:1], LOGITS.T, LOGITS.astype(np.float64)],
)
def test_other_values_than_logits_are_told_what_is_due(value):
    assert "give float32 logits of shape (2, 3)" in failure(assert_logits, value, images=2, classes=3)


@pytest.mark.parametrize("strange", [np.nan, np.inf, -np.inf])
def test_logits_that_are_no_numbers_are_told_so(strange):
    logits = LOGITS.copy()
    logits[1, 2] = strange
    assert "NaN" in failure(assert_logits, logits, images=2, classes=3)


@pytest.mark.parametrize("value", [softmax(LOGITS), np.log(softmax(LOGITS))], ids=["probabilities", "their logarithms"])
def test_probabilities_are_no_logits(value):
    assert "Logits are due" in failure(assert_logits, value, images=2, classes=3)


def test_an_outline_shows_the_shapes_behind_each_layer_of_a_kind():
    assert_outline(OUTLINE, "convolution", [(8, 12, 12)])
    assert_outline(OUTLINE, "max pooling", [(8, 6, 6)])
    assert_outline(OUTLINE, "fully connected", [(10,)])
    assert "8×12×12, where 8×13×13 are due" in failure(assert_outline, OUTLINE, "convolution", [(8, 13, 13)])


@pytest.mark.parametrize(
    "outline",
    [
        None,
        5,
        np.array(["conv2d", "relu"]),
        ["conv2d"],
        [[np.array(["conv2d", "x"]), [2, 8, 12, 12]]],
        [["conv2d", np.array([2, 8])]],
        [["conv2d", [2, 8.0, None]]],
        [["conv2d"]],
    ],
)
def test_an_outline_that_is_none_has_no_layers(outline):
    assert "where 8×12×12 are due" in failure(assert_outline, outline, "convolution", [(8, 12, 12)])


@pytest.mark.parametrize("demand", [assert_gradients, assert_moved])
def test_every_parameter_must_be_reached(demand):
    demand([[[8, 1, 3, 3], 0.1], [[8], 1e-9]])
    for nothing in (None, 0.0, float("nan"), float("inf")):
        assert "8×1×3×3" in failure(demand, [[[8], 0.1], [[8, 1, 3, 3], nothing]])


@pytest.mark.parametrize("demand", [assert_gradients, assert_moved])
def test_a_bias_in_front_of_a_normalisation_may_stay(demand):
    demand([[[8, 1, 3, 3], 0.1], [[8], 0.0]])
    assert "shape 8" in failure(demand, [[[8, 1, 3, 3], 0.1], [[8], None]])


@pytest.mark.parametrize("demand", [assert_gradients, assert_moved])
@pytest.mark.parametrize(
    "value", [None, 1, {}, [], [[]], [[[8], 0.1], "x"], [[[8], np.ones(2)]], [[np.ones(2), 0.1]], [[[8.0], 0.1]]]
)
def test_what_says_nothing_of_parameters_is_refused(demand, value):
    assert "no parameters" in failure(demand, value)


def test_a_network_needs_a_convolution_that_slides():
    assert_convolutional(Network((), 10, sliding=1))
    assert "nn.Conv2d" in failure(assert_convolutional, Network((), 10, sliding=0))
