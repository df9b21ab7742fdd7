"""Checks that you can read and run: `cnnlab check assignment6`.

Models are made and trained in driver.py: `student.batches(...)` here is its function batches, which calls your train.
"""

import numpy as np
import pytest

from cnnlab.grading import assert_logits, assert_outline, assert_same

LECTURE, BUDGET = 93_322, 150_000
# Biases of (ln 2, 0, …, 0) give class 0 the probability 2/11, and each of the other nine 1/11.
LN2 = np.log([2.0, 1, 1, 1, 1, 1, 1, 1, 1, 1])
LN10 = float(np.log(10))


def demand_answers(value, count):
    """Demand probabilities, which are never negative and add up to 1, or logits, for ten classes and `count` images."""
    assert_same(getattr(value, "shape", None), (count, 10))
    if value.dtype.kind == "f" and (value >= 0).all():
        assert_same(value.sum(axis=1), np.ones(count), rtol=1e-4)
    else:
        assert_logits(value, count)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#model")
def test_parameters_of_the_handout(student):
    """The network has the parameters of the lecture, or few enough of its own"""
    student.complaint()
    count = student.parameter_count()
    if type(count) is not int or not 0 < count <= BUDGET:
        assert_same(count, LECTURE)


@pytest.mark.points(5)
@pytest.mark.lesson("11-architecture#shapes")
def test_feature_maps_of_the_handout(student):
    """The feature maps have the shapes of the lecture, or there is a convolution in a network of one's own"""
    student.complaint()
    outline = student.outline(batch_size=2)
    if student.parameter_count() == LECTURE or "conv2d" not in str(outline):
        assert_outline(outline, "convolution", [(26, 26, 32), (11, 11, 64), (3, 3, 64)])
        assert_outline(outline, "max pooling", [(13, 13, 32), (5, 5, 64)])


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#model")
def test_ten_answers_for_each_image(student):
    """Ten probabilities or logits for each image, in batches of one and of three"""
    student.complaint()
    for count in (1, 3):
        images = np.linspace(0, 1, count * 784).reshape(count, 28, 28, 1)
        demand_answers(student.answers(images, seed=1), count)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#compile")
def test_loss_by_hand(student):
    """The loss and the accuracy of the compiled model, worked out by hand"""
    student.complaint()
    # Every image is taken for a 0, which three of the four are. Their loss is −ln(2/11), and −ln(1/11) where the 7 was due.
    labels = np.array([0, 0, 7, 0])
    loss = float(3 * np.log(11 / 2) + np.log(11)) / 4
    if student.parameter_count() == LECTURE:
        assert_same(student.evaluated_by_hand(LN2, labels), {"loss": loss, "accuracy": 0.75}, rtol=1e-4)
    else:
        # All ten alike is what weights of 0 say in any network; whether a tie is right, nobody can tell.
        found = student.evaluated_by_hand(np.zeros(10), labels)
        assert_same(
            {**found, "accuracy": 0.0} if isinstance(found, dict) else found, {"loss": LN10, "accuracy": 0.0}, rtol=1e-4
        )


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#training")
def test_batches_of_the_handout(student):
    """150 images make three batches to learn from, and 15 images to watch"""
    student.training_complaint()
    met = {
        "learned_from": [list(range(64)), list(range(64, 128)), list(range(128, 135))],
        "watched": list(range(135, 150)),
    }
    assert_same(student.batches(count=150, epochs=1), met)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#curves")
def test_history_of_two_epochs(student):
    """The history of two epochs in which nothing is learned"""
    student.training_complaint()
    # All weights are 0 and stay so: every class has the probability 1/10, every image the loss ln 10, and counts as a 0.
    zeros = {"weight": np.zeros((1, 10), np.float32), "bias": np.zeros(10, np.float32)}
    # 18 images to learn from, half of them zeros, and two to watch, of which none is one.
    labels = np.array([0, 1] * 9 + [2, 3])
    history = {
        "loss": [LN10, LN10],
        "accuracy": [0.5, 0.5],
        "val_loss": [LN10, LN10],
        "val_accuracy": [0.0, 0.0],
    }
    found = student.train(**zeros, brightness=np.linspace(0, 1, 20), labels=labels, epochs=2, learning_rate=0.0)
    assert_same(found, {"history": history, **zeros}, rtol=1e-5)
