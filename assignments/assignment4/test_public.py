"""Checks that you can read and run: `cnnlab check assignment4`.

Networks, loaders and optimisers are made in driver.py: `student.train_epoch(...)` here is its function train_epoch, which calls yours.
"""

import numpy as np
import pytest

from cnnlab.grading import (
    assert_convolutional,
    assert_logits,
    assert_outline,
    assert_parameters,
    assert_same,
    network_of,
)

# Two images of two pixels each, a layer of zeros, and a learning rate: all that a step of training needs.
ZEROS = {"weight": np.zeros((2, 2)), "bias": np.zeros(2)}
PAIR = {"images": np.array([[4.0, 0.0], [0.0, 8.0]]), "labels": np.array([0, 1])}
# An image whose logits are (0, ln 3) has the probabilities 1/4 and 3/4.
LN3 = float(np.log(3))


@pytest.mark.points(5)
@pytest.mark.lesson("14-pytorch#model")
def test_parameters_of_the_handout(student):
    """The number of parameters"""
    count = student.parameter_count(seed=0)
    network = network_of(student)
    assert_parameters(network, 225_034, budget=300_000)
    # What PyTorch exports of the network, and what is certified, is all of it.
    assert_same(count, network.parameters)


@pytest.mark.points(5)
@pytest.mark.lesson("11-architecture#shapes")
def test_feature_maps_of_the_handout(student):
    """The shapes of the feature maps"""
    outline = student.outline(batch_size=2)
    network = network_of(student)
    assert_convolutional(network)
    if network.parameters == 225_034:
        assert_outline(outline, "convolution", [(32, 26, 26), (64, 11, 11)])
        assert_outline(outline, "max pooling", [(32, 13, 13), (64, 5, 5)])


@pytest.mark.points(5)
@pytest.mark.lesson("09-output#softmax")
def test_ten_logits_for_each_image(student):
    """Ten logits for each image, in batches of one and of three"""
    for count in (1, 3):
        images = np.linspace(-1, 1, count * 784).reshape(count, 1, 28, 28)
        assert_logits(student.logits(images, seed=1), images=count, classes=10)


@pytest.mark.points(5)
@pytest.mark.lesson("14-pytorch#training")
def test_one_step_by_hand(student):
    """One step of training, worked out by hand"""
    # All logits are 0, so both classes have the probability 1/2 and every image the loss ln 2. The gradient of a logit is the
    # probability, less 1 for the right class: ∓1/2. Averaged over two images, times the pixel, times the learning rate 1:
    after = {
        "loss": float(np.log(2)),
        "weight": np.array([[1.0, -2.0], [-1.0, 2.0]], dtype=np.float32),
        "bias": np.array([0.0, 0.0], dtype=np.float32),
    }
    assert_same(student.train_epoch(**ZEROS, **PAIR, batch_size=2, learning_rate=1.0), after, atol=1e-5)


@pytest.mark.points(5)
@pytest.mark.lesson("14-pytorch#training")
def test_loss_of_a_ragged_epoch(student):
    """The mean loss per image, where the last batch is smaller"""
    # The layer hands its two pixels on. Losses: ln 4 (the right class has 1/4), ln 4, and ln (4/3) in the last batch.
    layer = {"weight": np.eye(2), "bias": np.zeros(2)}
    images, labels = np.array([[0.0, LN3], [0.0, LN3], [0.0, LN3]]), np.array([0, 0, 1])
    epoch = student.train_epoch(**layer, images=images, labels=labels, batch_size=2, learning_rate=0.0)
    mean = float(np.log(4) + np.log(4) + np.log(4 / 3)) / 3
    same = {"weight": np.eye(2, dtype=np.float32), "bias": np.zeros(2, dtype=np.float32)}
    assert_same(epoch, {"loss": mean, **same}, rtol=1e-5)


@pytest.mark.points(5)
@pytest.mark.lesson("14-pytorch#evaluation")
def test_evaluation_of_a_ragged_test(student):
    """The mean loss per image and the accuracy, where the last batch is smaller"""
    # Two right answers and a wrong one, then a batch of one wrong answer: 2 of 4 are right, with the losses of above.
    logits = np.array([[0.0, LN3], [0.0, LN3], [0.0, LN3], [LN3, 0.0]])
    labels = np.array([1, 1, 0, 1])
    mean = float(2 * np.log(4 / 3) + 2 * np.log(4)) / 4
    assert_same(student.evaluate(logits=logits, labels=labels, batch_size=3), (mean, 0.5), rtol=1e-5)
