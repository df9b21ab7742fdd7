"""A student's Keras network is trained by its own compile and fit, and measured by its answers alone."""

from dataclasses import replace

import numpy as np
import pytest

from cnnlab.messages import Language, render
from cnnlab.networks.digits import MEAN, STD, split
from cnnlab.networks.history import Plan
from cnnlab.networks.learner import learner_of
from cnnlab.networks.practice import practise
from cnnlab.networks.stand_in import read_stand_in
from cnnlab.networks.students_fault import StudentFault, module_of

PLAN = Plan(epochs=2, batch_size=64, learning_rate=0.001, device="cpu", seed=3)
# A smaller network than the lecture's, so that these tests take a second.
SOURCE = """
import keras
from keras import layers


def build_model():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(4, (5, 5), strides=3, activation="relu"),
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def train(model, images, labels, epochs):
    assert images.shape[1:] == (28, 28, 1) and images.min() >= 0 and images.max() <= 1
    return model.fit(images, labels, batch_size=64, epochs=epochs, validation_split=0.1, shuffle=False, verbose=0).history
"""


def learner(old="", new=""):
    assert old in SOURCE
    return learner_of("keras", module_of("mnist_keras", SOURCE.replace(old, new)), "mnist_keras.py", PLAN)


@pytest.fixture(scope="module")
def digits():
    return read_stand_in()


def test_a_training_comes_to_its_end_and_gets_better(digits):
    batches, points = [], []
    history, weights = practise(learner(), digits, PLAN, "assignment6", batches.append, points.append)
    assert history.epochs == 2
    assert history.points[-1].held_out.loss < history.points[0].held_out.loss < 2
    assert history.test.accuracy > 0.6
    assert batches == sorted(batches)
    assert sorted(each.shape for each in weights.values()) == sorted([(5, 5, 1, 4), (4,), (256, 10), (10,)])


def test_answers_are_logits_whatever_the_network_ends_with(digits):
    images = digits.test.images[:70]
    one = learner().logits(images)
    other = learner('10, activation="softmax"', "10").logits(images)
    assert one == pytest.approx(other - np.log(np.exp(other).sum(axis=1, keepdims=True)), abs=1e-5)


def test_images_are_those_of_the_file_again():
    pixels = np.arange(28 * 28, dtype=np.uint8).reshape(1, 28, 28)
    seen = []
    kept = learner()
    kept._model.predict_on_batch = lambda images: seen.append(images) or np.zeros((1, 10))
    kept.logits(split(pixels, np.zeros(1, np.uint8)).images)
    assert seen[0][..., 0] == pytest.approx(pixels / 255, abs=1e-6)
    assert (MEAN, STD) == (0.1307, 0.3081)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("    return model\n", "    return 3\n", "must return a Keras model"),
        ('    model.compile(keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])\n', "", "is not compiled"),
        ("verbose=0).history", "verbose=0)", "the dict of the history"),
        ("Dense(10,", "Dense(11,", r"70 images with (70, 11)"),
        ("    assert images", "    raise KeyError('mine')\n    assert images", "KeyError: 'mine'"),
        ("Adam(0.01)", "Adam(float('inf'))", "NaN (not a number) in step"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_as_the_students_own(digits, old, new, words):
    few = replace(
        digits,
        train=replace(digits.train, images=digits.train.images[:200], labels=digits.train.labels[:200]),
        test=replace(digits.test, images=digits.test.images[:70], labels=digits.test.labels[:70]),
        held_out=replace(digits.held_out, images=digits.held_out.images[:70], labels=digits.held_out.labels[:70]),
    )
    with pytest.raises(StudentFault) as stopped:
        practise(learner(old, new), few, PLAN, "assignment6")
    assert words in f"{render(stopped.value.message, Language.ENGLISH)} {stopped.value.lines}"
