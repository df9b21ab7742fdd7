"""Hidden checks of assignment 6: the model and how it is compiled, the function that trains it, and what training reaches.

What the lecture's network does is compared with the reference, from the same weights. A network of one's own, which the handout
allows, has nothing to compare with: it is asked for what every such network must do. `train` is watched at a tiny model.
"""

import numpy as np
import pytest

from cnnlab.grading import assert_logits, assert_moved, assert_reaches, assert_same, assert_shapes
from cnnlab.grading.network import Network

LECTURE = 93_322
# What float32 may differ by when sums are taken in another order; the smallest mistake is a hundred times as large.
CLOSE = {"rtol": 1e-4, "atol": 1e-6}
# The first step of Adam is as long as its learning rate, wherever the gradient is not next to nothing.
ADAM_STEP = 0.001


def digits(rng, count):
    """Images of noise between 0 and 1, and a label for each."""
    return rng.random((count, 28, 28, 1)), rng.integers(0, 10, count)


def small_lesson(rng, count):
    """A Dense layer, images of one brightness each, and labels that can be learned from it in part."""
    brightness = rng.random(count)
    labels = np.where(rng.random(count) < 0.5, (10 * brightness).astype(int), rng.integers(0, 10, count))
    return {
        "weight": rng.standard_normal((1, 10)),
        "bias": rng.standard_normal(10),
        "brightness": brightness,
        "labels": labels,
    }


def is_lectures(student):
    """Whether the network is the lecture's by its number of parameters; what Keras says against it is kept for the diagnosis."""
    student.complaint()
    count = student.parameter_count()
    return type(count) is int and count == LECTURE


def probabilities_of(value, count):
    """The probabilities in what the network answers, be they probabilities already or logits."""
    assert_same(getattr(value, "shape", None), (count, 10))
    if value.dtype.kind == "f" and (value >= 0).all():
        assert_same(value.sum(axis=1), np.ones(count), rtol=1e-4)
        return value
    assert_logits(value, count)
    powers = np.exp(value - value.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def part_of(value, *names):
    """Some of what the driver tells."""
    return {name: value.get(name) for name in names} if isinstance(value, dict) else value


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#model")
def test_answers(student, reference, rng):
    """The answers of the network, with weights that the grader chooses"""
    lectures = is_lectures(student)
    for seed, count in ((1, 2), (2, 5)):
        images, _ = digits(rng, count)
        found = probabilities_of(student.answers(images, seed), count)
        if lectures:
            assert_same(found, probabilities_of(reference.answers(images, seed), count), **CLOSE)


@pytest.mark.points(4)
@pytest.mark.lesson("13-keras#model")
def test_every_image_by_itself(student, rng):
    """Every image is answered by itself, whatever else is in its batch"""
    student.complaint()
    images, _ = digits(rng, 5)
    images[4] = images[0]
    together = student.answers(images, 3)
    probabilities_of(together, 5)
    assert_same(together[4], together[0], **CLOSE)
    assert_same(student.answers(images[:1], 3), together[:1], **CLOSE)
    assert_same(student.answers(images[1:4], 3), together[1:4], **CLOSE)
    assert_same(student.answers(images[::-1], 3), together[::-1], **CLOSE)


@pytest.mark.points(4)
@pytest.mark.lesson("11-architecture#shapes")
def test_layers(student, certificate):
    """The layers of the exported network, and its number of parameters"""
    lectures = is_lectures(student)
    if not certificate.layers:
        # It was refused as it is.
        assert_reaches(certificate, 0)
    assert_same(student.parameter_count(), certificate.parameters)
    if lectures:
        network = Network(certificate.layers, certificate.parameters, sliding=3)
        assert_shapes(network, "convolution", [(32, 26, 26), (64, 11, 11), (64, 3, 3)])
        assert_shapes(network, "max pooling", [(32, 13, 13), (64, 5, 5)])
        assert_shapes(network, "fully connected", [(64,), (10,)])


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#compile")
def test_loss(student, rng):
    """The compiled loss is the mean cross-entropy of what the network answers"""
    student.complaint()
    for seed, count in ((4, 3), (5, 8)):
        images, labels = digits(rng, count)
        right = probabilities_of(student.answers(images, seed), count)[np.arange(count), labels]
        found = part_of(student.evaluated(images, labels, seed), "loss")
        assert_same(found, {"loss": float(-np.log(right.astype(float)).mean())}, **CLOSE)


@pytest.mark.points(3)
@pytest.mark.lesson("13-keras#compile")
def test_accuracy(student, rng):
    """The compiled model reports the accuracy, between 0 and 1"""
    student.complaint()
    for seed, count in ((6, 4), (7, 10)):
        images, labels = digits(rng, count)
        guesses = probabilities_of(student.answers(images, seed), count).argmax(axis=1)
        labels[: count // 2] = guesses[: count // 2]
        found = part_of(student.evaluated(images, labels, seed), "accuracy")
        assert_same(found, {"accuracy": float((guesses == labels).mean())}, **CLOSE)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#compile")
def test_one_step(student, reference, rng):
    """One step of the compiled optimiser reaches every parameter, and is as long as it should be"""
    lectures = is_lectures(student)
    for seed, count in ((8, 6), (9, 16)):
        images, labels = digits(rng, count)
        found = student.moves(images, labels, seed)
        assert_moved(found)
        assert_same(max(float(largest or 0) for _, largest in found), ADAM_STEP, rtol=0.02)
        if lectures:
            assert_same(found, reference.moves(images, labels, seed), rtol=0.02)


@pytest.mark.points(3)
@pytest.mark.lesson("13-keras#model")
def test_a_new_model_each_time(student):
    """build_model returns a new model each time"""
    student.complaint()
    assert_same(student.shares_weights(), False)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#training")
def test_batches(student, reference):
    """The batches that the model learns from: their images, their order, in every epoch"""
    student.training_complaint()
    for count, epochs in ((64, 1), (217, 2), (90, 3)):
        found = part_of(student.batches(count, epochs), "learned_from")
        assert_same(found, part_of(reference.batches(count, epochs), "learned_from"))


@pytest.mark.points(4)
@pytest.mark.lesson("13-keras#validation")
def test_held_out(student, reference):
    """A tenth of the images is held out: watched after every epoch, and never learned from"""
    student.training_complaint()
    for count, epochs in ((70, 1), (195, 2)):
        found, due = student.batches(count, epochs), reference.batches(count, epochs)
        assert_same(part_of(found, "watched"), part_of(due, "watched"))
        assert_same(found, due)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#curves")
def test_history(student, reference, rng):
    """train returns the history of all its epochs"""
    student.training_complaint()
    for count, epochs in ((40, 1), (150, 3)):
        lesson = small_lesson(rng, count)
        found = student.train(**lesson, epochs=epochs, learning_rate=0.5)
        due = reference.train(**lesson, epochs=epochs, learning_rate=0.5)
        assert_same(part_of(found, "history"), part_of(due, "history"), **CLOSE)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#training")
def test_training_the_given_model(student, reference, rng):
    """train trains the model that it is given, as it was compiled"""
    student.training_complaint()
    for count, epochs in ((30, 1), (160, 2)):
        lesson = small_lesson(rng, count)
        found = student.train(**lesson, epochs=epochs, learning_rate=0.5)
        due = reference.train(**lesson, epochs=epochs, learning_rate=0.5)
        assert_same(part_of(found, "weight", "bias"), part_of(due, "weight", "bias"), **CLOSE)


@pytest.mark.points(2)
@pytest.mark.lesson("13-keras#training")
def test_training_the_network(student, rng):
    """Training moves the weights of the network itself"""
    student.complaint()
    student.training_complaint()
    images, labels = digits(rng, 20)
    assert_moved(student.moves_by_train(images, labels, 10))


@pytest.mark.points(6)
@pytest.mark.lesson("13-keras#accuracy")
def test_first_step(certificate):
    """The trained network reaches the first accuracy step"""
    assert_reaches(certificate, 0)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#accuracy")
def test_second_step(certificate):
    """The trained network reaches the second accuracy step"""
    assert_reaches(certificate, 1)


@pytest.mark.points(5)
@pytest.mark.lesson("13-keras#accuracy")
def test_third_step(certificate):
    """The trained network reaches the third accuracy step"""
    assert_reaches(certificate, 2)


@pytest.mark.points(4)
@pytest.mark.lesson("13-keras#accuracy")
def test_fourth_step(certificate):
    """The trained network reaches the fourth accuracy step"""
    assert_reaches(certificate, 3)
