"""How the checks call your code: models are made and trained here, beside it, and only numbers travel.

Each function takes your module first. The grader calls the same functions on the reference and compares what they return.
Random numbers are seeded before your code is called, so that the same call has the same answer.
"""

import re

import keras
import numpy as np
import torch

from cnnlab.networks.workbench.export import export
from cnnlab.networks.workbench.keras_network import Stateless, give_variables, take_variables
from cnnlab.networks.workbench.observing import outline_of
from cnnlab.networks.workbench.processor import use_threads

IMAGE = (28, 28, 1)
# Image number i of `batches` is grey all over, and this times i bright.
STEP = 0.001
COMPILED = {"loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]}

use_threads()


class WrongReturn(Exception):
    """Your function returned something else than the exercise asks for; the words say what."""


class Probe(keras.Sequential):
    """A tiny network (the brightness of an image, a Dense layer with softmax) that writes down which images it meets."""

    def __init__(self, weight, bias, learning_rate):
        layers = [keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(10, activation="softmax")]
        super().__init__([keras.layers.Input(IMAGE), *layers])
        self.set_weights([weight, bias])
        self.compile(keras.optimizers.SGD(learning_rate), **COMPILED)
        self.learned_from, self.watched = [], []

    def train_step(self, data):
        self.learned_from.append(_brightness(data))
        return super().train_step(data)

    def test_step(self, data):
        self.watched.extend(_brightness(data))
        return super().test_step(data)


def complaint(student):
    """What is said against the model of build_model when it is built and meets two images; "" where nothing is."""
    return _words_of(lambda: evaluated(student, np.zeros((2, *IMAGE)), np.array([0, 1]), 0))


def parameter_count(student):
    """How many numbers of the model training may change."""
    return int(sum(np.prod(each.shape) for each in _built(student).trainable_variables))


def outline(student, batch_size):
    """The shapes that a batch of black images passes through in the model: [[operation, [N, height, width, channels]], …]."""
    rows = outline_of(Stateless(_built(student), False), torch.zeros(batch_size, *IMAGE))
    # Below Keras, PyTorch convolves and pools with the channels in front.
    return [[name, _channels_last(shape) if name.endswith("2d") else shape] for name, shape in rows]


def answers(student, images, seed):
    """What the model makes of images, with weights that depend on the seed and the shape of each weight alone."""
    model = _network(student, seed)
    with torch.no_grad():
        return keras.ops.convert_to_numpy(model(_float32(images), training=False))


def evaluated(student, images, labels, seed):
    """The loss, and the accuracy where there is one, that the compiled model reports for images, with weights as in `answers`."""
    return _reported(_network(student, seed), images, labels)


def evaluated_by_hand(student, logits, labels):
    """The same for a model that answers every image alike: all weights are 0, and the last ten biases are `logits`."""
    model = _built(student)
    biases = [each for each in model.trainable_variables if tuple(each.shape) == (10,)]
    for each in model.trainable_variables:
        each.assign(np.zeros(each.shape))
    for each in biases[-1:]:
        each.assign(logits)
    return _reported(model, np.zeros((len(labels), *IMAGE)), labels)


def moves(student, images, labels, seed):
    """How far one batch moves each parameter of the compiled model: [[shape, largest change], …]."""
    model = _compiled(_network(student, seed))
    return _moved(model, lambda: model.train_on_batch(_float32(images), labels))


def moves_by_train(student, images, labels, seed):
    """How far your train, for one epoch, moves each parameter of your model: [[shape, largest change], …]."""
    model = _compiled(_network(student, seed))
    return _moved(model, lambda: student.train(model, _float32(images), labels, 1))


def shares_weights(student):
    """Whether two models that build_model returned have weights in common."""
    one, other = _built(student), _built(student)
    for each in one.trainable_variables:
        each.assign(np.ones(each.shape))
    return all(bool((each.numpy() == 1).all()) for each in other.trainable_variables)


def training_complaint(student):
    """What is said against your train when it meets twenty images; "" where nothing is."""
    return _words_of(lambda: batches(student, 20, 1))


def batches(student, count, epochs):
    """Which images your train lets a model learn from, batch by batch, and which it lets it watch.

    The images are numbered from 0, and so are they called here; a number with decimals is an image that was changed on the way.
    """
    model = Probe(np.zeros((1, 10)), np.zeros(10), 0.0)
    _train(student, model, np.arange(count) * STEP, np.arange(count) % 10, epochs)
    # Keras keeps lists of its own kind in a model.
    return {"learned_from": [list(each) for each in model.learned_from], "watched": list(model.watched)}


def train(student, weight, bias, brightness, labels, epochs, learning_rate):
    """Your train on a tiny model, with plain gradient descent: the history that it returned, and the Dense layer afterwards.

    Image number i is `brightness[i]` bright all over.
    """
    model = Probe(weight, bias, learning_rate)
    history = _train(student, model, brightness, labels, epochs)
    weight, bias = model.get_weights()
    return {"history": history, "weight": weight, "bias": bias}


def exported(student, training):
    """Your model as a list of operations, as it computes in training or in evaluation, and its weights."""
    keras.utils.set_random_seed(0)
    model = _built(student)
    graph = export(Stateless(model, training), training, IMAGE)
    return {"graph": graph, "weights": take_variables(model)}


def trained(student, weights, pixels, labels, batch_size, learning_rates, seed):
    """Your model after your train has trained it for one epoch, from the given weights."""
    model = _built(student)
    give_variables(model, weights)
    images = pixels.reshape(-1, *IMAGE).astype(np.float32) / 255
    _seed_at_the_first_batch(model, seed)
    history = student.train(model, images, labels, 1)
    losses = history.get("loss") if isinstance(history, dict) else None
    loss = losses[-1] if isinstance(losses, list) and losses else None
    return {"loss": loss, "weights": take_variables(model), "broken": -1}


def _built(student):
    model = student.build_model()
    if isinstance(model, type):
        raise WrongReturn(f"build_model returned the class {model.__name__}; return a model, made by calling it.")
    if not isinstance(model, keras.Model):
        raise WrongReturn(f"build_model returned {_a(model)}; return a compiled Keras model.")
    if not model.built:
        model(np.zeros((1, *IMAGE), np.float32))
    return model


def _compiled(model):
    if not model.compiled:
        raise WrongReturn(
            "build_model returned a model that is not compiled; call its compile(…) before you return it."
        )
    return model


def _network(student, seed):
    keras.utils.set_random_seed(seed)
    model = _built(student)
    for each in model.trainable_variables:
        shape = tuple(each.shape)
        # So that values keep their size from layer to layer; a bias has no inputs to share its size among.
        size = (2 / np.prod(shape[:-1])) ** 0.5 if len(shape) > 1 else 0.1
        each.assign(np.random.default_rng([seed, *shape]).standard_normal(shape) * size)
    return model


def _reported(model, images, labels):
    found = _compiled(model).test_on_batch(_float32(images), labels, return_dict=True)
    return {name: float(found[name]) for name in ("loss", "accuracy") if name in found}


def _moved(model, action):
    before = {each.path: each.numpy().copy() for each in model.weights}
    action()
    # A layer that was frozen has parameters too: they show that they stayed.
    model.trainable = True
    return [
        [list(each.shape), float(np.abs(each.numpy() - before[each.path]).max())] for each in model.trainable_variables
    ]


def _train(student, model, brightness, labels, epochs):
    images = np.broadcast_to(_float32(brightness)[:, None, None, None], (len(labels), *IMAGE)).copy()
    keras.utils.set_random_seed(0)
    history = student.train(model, images, labels, epochs)
    if isinstance(history, keras.callbacks.History):
        raise WrongReturn("train returned the History itself; return the dict in it: model.fit(…).history.")
    if not isinstance(history, dict):
        raise WrongReturn(f"train returned {_a(history)}; return the dict of the history: model.fit(…).history.")
    return {name: list(map(float, each)) if isinstance(each, list) else each for name, each in history.items()}


def _brightness(data):
    """The numbers of the images of a batch; where an image is none of `batches`, how many steps bright it is."""
    steps = [float(each) / STEP for each in keras.ops.mean(data[0], axis=(1, 2, 3))]
    return [round(each) if abs(each - round(each)) < 0.01 else round(each, 3) for each in steps]


def _seed_at_the_first_batch(model, seed):
    """What fit draws before, to no purpose, must not decide what a Dropout drops: the grader repeats training without fit."""
    step, begun = model.train_step, []

    def seeded_step(data):
        if not begun:
            begun.append(True)
            torch.manual_seed(seed)
        return step(data)

    keras.utils.set_random_seed(seed)
    model.train_step = seeded_step


def _channels_last(shape):
    count, channels, height, width = shape
    return [count, height, width, channels]


def _words_of(action):
    """What an exception says, without what differs from time to time: the numbers that layers are called by."""
    try:
        action()
    except Exception as error:
        return re.sub(r"_\d+|\d+", "", f"{type(error).__name__}: {error}")[:300]
    return ""


def _float32(values):
    return np.asarray(values, dtype=np.float32)


def _a(value):
    return "None" if value is None else f"an object of the type {type(value).__name__}"
