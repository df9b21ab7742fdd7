"""Hidden checks of assignment 4: the network, the loop that trains it, the loop that measures it, and what training reaches.

Most compare with the reference from the same weights. A network of one's own, which the handout allows, has nothing to compare
with: it is asked for what every such network must do.
"""

import numpy as np
import pytest

from cnnlab.grading import (
    assert_convolutional,
    assert_fits,
    assert_gradients,
    assert_logits,
    assert_moved,
    assert_outline,
    assert_parameters,
    assert_reaches,
    assert_same,
    assert_shapes,
    network_of,
)

LECTURE, BUDGET = 225_034, 300_000
# What float32 may differ by when sums are taken in another order; the smallest mistake is a hundred times as large.
CLOSE = {"rtol": 1e-4, "atol": 1e-5}


def pictures(rng, count):
    """Images of noise, and a label for each."""
    return rng.standard_normal((count, 1, 28, 28)), rng.integers(0, 10, count)


def small_lesson(rng, count, features=3, classes=4):
    """A fully connected layer, and images so small that it can learn them."""
    return {
        "weight": rng.standard_normal((classes, features)),
        "bias": rng.standard_normal(classes),
        "images": rng.standard_normal((count, features)),
        "labels": rng.integers(0, classes, count),
    }


def small_test(rng, count, classes=4):
    """Logits that a network gives, and labels of which it gets some right."""
    logits = 3 * rng.standard_normal((count, classes))
    labels = np.where(rng.random(count) < 0.5, logits.argmax(axis=1), rng.integers(0, classes, count))
    return {"logits": logits, "labels": labels}


def is_lectures(student):
    """Whether the network is the lecture's by its number of parameters. Whoever says otherwise must show it."""
    count = student.parameter_count(0)
    if type(count) is int and count == LECTURE:
        return True
    assert_same(count, network_of(student).parameters)
    return False


def has_dropout(student):
    """Whether dropout is among the network's operations. Whoever says so must show it."""
    rows = student.outline(2)
    names = [row[0] for row in rows if isinstance(row, list) and row] if isinstance(rows, list) else []
    if not any(isinstance(name, str) and name == "dropout" for name in names):
        return False
    assert_same([layer.kind for layer in network_of(student).layers].count("dropout") > 0, True)
    return True


def loss_of(value):
    """What train_epoch returned, from what the driver tells of a training."""
    return value.get("loss") if isinstance(value, dict) else value


def weights_of(value):
    """What became of the layer, from what the driver tells of a training."""
    return [value.get("weight"), value.get("bias")] if isinstance(value, dict) else value


@pytest.mark.points(5)
@pytest.mark.lesson("14-pytorch#model")
def test_logits(student, reference, rng):
    """The logits of the network, with weights that the grader chooses"""
    for seed, count in ((1, 2), (2, 5)):
        images, _ = pictures(rng, count)
        found = student.logits(images, seed)
        if is_lectures(student):
            assert_same(found, reference.logits(images, seed), **CLOSE)
        else:
            assert_logits(found, count)


@pytest.mark.points(4)
@pytest.mark.lesson("08-fully-connected#flatten")
def test_every_image_by_itself(student, rng):
    """Every image is answered by itself, whatever else is in its batch"""
    images, _ = pictures(rng, 5)
    images[4] = images[0]
    together = student.logits(images, 3)
    assert_logits(together, 5)
    assert_same(together[4], together[0], **CLOSE)
    assert_same(student.logits(images[:1], 3), together[:1], **CLOSE)
    assert_same(student.logits(images[1:4], 3), together[1:4], **CLOSE)
    assert_same(student.logits(images[::-1], 3), together[::-1], **CLOSE)


@pytest.mark.points(3)
@pytest.mark.lesson("11-architecture#shapes")
def test_layers(student):
    """The layers of the exported network, and its number of parameters"""
    outline = student.outline(3)
    lectures = is_lectures(student)
    if lectures:
        assert_outline(outline, "max pooling", [(32, 13, 13), (64, 5, 5)])
    network = network_of(student)
    assert_parameters(network, LECTURE, BUDGET)
    assert_convolutional(network)
    if lectures:
        assert_shapes(network, "convolution", [(32, 26, 26), (64, 11, 11)])
        assert_shapes(network, "max pooling", [(32, 13, 13), (64, 5, 5)])
        assert_shapes(network, "fully connected", [(128,), (10,)])


@pytest.mark.points(4)
@pytest.mark.lesson("14-pytorch#training")
def test_one_step(student, reference, rng):
    """One step follows the gradient of the mean loss"""
    for count in (4, 6):
        lesson = small_lesson(rng, count)
        found = student.train_epoch(**lesson, batch_size=count, learning_rate=0.5)
        due = reference.train_epoch(**lesson, batch_size=count, learning_rate=0.5)
        assert_same(weights_of(found), weights_of(due), **CLOSE)


@pytest.mark.points(4)
@pytest.mark.lesson("14-pytorch#training")
def test_several_steps(student, reference, rng):
    """Each step of an epoch follows the gradient of its own batch alone"""
    for count, batch_size in ((6, 2), (7, 3)):
        lesson = small_lesson(rng, count)
        found = student.train_epoch(**lesson, batch_size=batch_size, learning_rate=0.5)
        due = reference.train_epoch(**lesson, batch_size=batch_size, learning_rate=0.5)
        assert_same(weights_of(found), weights_of(due), **CLOSE)


@pytest.mark.points(3)
@pytest.mark.lesson("14-pytorch#training")
def test_training_the_network(student, reference, rng):
    """Training moves the weights of the network itself"""
    images, labels = pictures(rng, 7)
    assert_moved(student.moves(images, labels, 7, 0.05, 4))
    if not is_lectures(student) or has_dropout(student):
        return
    for batch_size in (7, 3):
        found = student.train_network(images, labels, batch_size, 0.05, 4)
        due = reference.train_network(images, labels, batch_size, 0.05, 4)
        assert_same(found.get("parameters") if isinstance(found, dict) else found, due["parameters"], **CLOSE)


@pytest.mark.points(4)
@pytest.mark.lesson("14-pytorch#training")
def test_loss_of_an_epoch(student, reference, rng):
    """train_epoch returns the mean loss per image, whatever the sizes of the batches"""
    for count, batch_size, learning_rate in ((5, 2, 0.0), (7, 4, 0.3), (4, 4, 0.3)):
        lesson = small_lesson(rng, count)
        found = student.train_epoch(**lesson, batch_size=batch_size, learning_rate=learning_rate)
        due = reference.train_epoch(**lesson, batch_size=batch_size, learning_rate=learning_rate)
        assert_same(loss_of(found), loss_of(due), **CLOSE)


@pytest.mark.points(2)
@pytest.mark.lesson("14-pytorch#training")
def test_training_mode(student, reference, rng):
    """train_epoch trains in training mode, in whatever mode the network comes"""
    lesson = small_lesson(rng, 5)
    found = student.train_epoch(**lesson, batch_size=5, learning_rate=0.1, begins_in_training=False)
    due = reference.train_epoch(**lesson, batch_size=5, learning_rate=0.1, begins_in_training=False)
    assert_same(weights_of(found), weights_of(due), **CLOSE)


@pytest.mark.points(2)
@pytest.mark.lesson("14-pytorch#training")
def test_gradients_reach_every_parameter(student, rng):
    """Gradients reach every parameter of the network"""
    images, labels = pictures(rng, 8)
    assert_gradients(student.gradients(images, labels, 5))


@pytest.mark.points(3)
@pytest.mark.lesson("14-pytorch#training")
def test_a_handful_by_heart(student, rng):
    """The network can learn 32 images by heart"""
    images, answers = pictures(rng, 4)
    assert_moved(student.moves(images, answers, 2, 0.05, 7))
    pixels = rng.integers(0, 256, (32, 1, 28, 28)).astype(np.uint8)
    labels = rng.permutation(np.arange(32) % 10)
    assert_fits(student, pixels, labels, passes=40, learning_rate=0.003, rng=rng, share=0.9)


@pytest.mark.points(2)
@pytest.mark.lesson("14-pytorch#device")
def test_training_on_the_device(student, reference, rng):
    """train_epoch takes its batches to the device"""
    lesson = small_lesson(rng, 5)
    found = student.train_epoch_elsewhere(**lesson, batch_size=5)
    assert_same(found, reference.train_epoch_elsewhere(**lesson, batch_size=5), **CLOSE)


@pytest.mark.points(4)
@pytest.mark.lesson("14-pytorch#evaluation")
def test_evaluation_per_image(student, reference, rng):
    """evaluate counts images, whatever the sizes of the batches"""
    for count, batch_size in ((7, 3), (9, 4), (4, 4), (3, 1)):
        test = small_test(rng, count)
        found = student.evaluate(**test, batch_size=batch_size)
        assert_same(found, reference.evaluate(**test, batch_size=batch_size), **CLOSE)


@pytest.mark.points(2)
@pytest.mark.lesson("14-pytorch#evaluation")
def test_loss_first(student):
    """evaluate returns two floats: the loss, then the accuracy between 0 and 1"""
    # Each network here says 0: it gives that class the probability 2/11, and 1/11 to each of the other nine.
    zeros = np.zeros((4, 10))
    zeros[:, 0] = np.log(2)
    right, wrong = float(np.log(11 / 2)), float(np.log(11))
    for labels, loss, accuracy in (
        ([0, 0, 0, 7], (3 * right + wrong) / 4, 0.75),
        ([0, 0, 0, 0], right, 1.0),
        ([1, 2, 3, 4], wrong, 0.0),
    ):
        found = student.evaluate(logits=zeros, labels=np.array(labels), batch_size=2)
        assert_same(found, (loss, accuracy), **CLOSE)


@pytest.mark.points(2)
@pytest.mark.lesson("14-pytorch#evaluation")
def test_evaluation_mode(student, reference, rng):
    """evaluate measures in evaluation mode, in whatever mode the network comes"""
    test = small_test(rng, 6)
    found = student.evaluate(**test, batch_size=6, begins_in_training=True)
    assert_same(found, reference.evaluate(**test, batch_size=6, begins_in_training=True), **CLOSE)


@pytest.mark.points(2)
@pytest.mark.lesson("14-pytorch#evaluation")
def test_evaluation_without_gradients(student, reference, rng):
    """evaluate computes without keeping gradients"""
    test = small_test(rng, 6)
    found = student.evaluate(**test, batch_size=6, watches_gradients=True)
    assert_same(found, reference.evaluate(**test, batch_size=6, watches_gradients=True), **CLOSE)


@pytest.mark.points(2)
@pytest.mark.lesson("14-pytorch#evaluation")
def test_evaluation_leaves_no_trace(student, reference, rng):
    """evaluate leaves weights, statistics, random numbers and gradients as they were"""
    images, labels = rng.standard_normal((5, 1, 2, 2)), rng.integers(0, 3, 5)
    found = student.after_evaluate(images, labels, 3, 6)
    assert_same(found, reference.after_evaluate(images, labels, 3, 6), **CLOSE)


@pytest.mark.points(2)
@pytest.mark.lesson("14-pytorch#device")
def test_evaluation_on_the_device(student, reference, rng):
    """evaluate takes its batches to the device"""
    test = small_test(rng, 5)
    found = student.evaluate_elsewhere(**test, batch_size=5)
    assert_same(found, reference.evaluate_elsewhere(**test, batch_size=5), **CLOSE)


@pytest.mark.points(6)
@pytest.mark.lesson("14-pytorch#accuracy")
def test_first_step(certificate):
    """The trained network reaches the first accuracy step"""
    assert_reaches(certificate, 0)


@pytest.mark.points(5)
@pytest.mark.lesson("14-pytorch#accuracy")
def test_second_step(certificate):
    """The trained network reaches the second accuracy step"""
    assert_reaches(certificate, 1)


@pytest.mark.points(5)
@pytest.mark.lesson("14-pytorch#accuracy")
def test_third_step(certificate):
    """The trained network reaches the third accuracy step"""
    assert_reaches(certificate, 2)


@pytest.mark.points(4)
@pytest.mark.lesson("14-pytorch#accuracy")
def test_fourth_step(certificate):
    """The trained network reaches the fourth accuracy step"""
    assert_reaches(certificate, 3)
