"""How the checks call your code: networks, loaders and optimisers are made here, beside it, and only numbers travel.

Each function takes your module first. The grader calls the same functions on the reference and compares what they return.
Your code is called with gradients switched on, whatever an earlier call has left behind, and what it did to the switch ends with it.
"""

import numpy as np
import torch
from torch import nn

from cnnlab.networks.workbench.batches import Loader
from cnnlab.networks.workbench.export import export
from cnnlab.networks.workbench.observing import OnHost, outline_of
from cnnlab.networks.workbench.processor import use_threads
from cnnlab.networks.workbench.training import train_part
from cnnlab.networks.workbench.weights import draw_weights, take_weights

CPU = torch.device("cpu")
use_threads()


class Probe(nn.Module):
    """A fully connected layer whose logits show in which mode it was called, and whether gradients were kept."""

    def __init__(self, weight, bias, training, watches_gradients=False):
        super().__init__()
        self.layer = nn.Linear(weight.shape[1], weight.shape[0])
        self.layer.weight.data = torch.tensor(weight, dtype=torch.float32)
        self.layer.bias.data = torch.tensor(bias, dtype=torch.float32)
        self.right_mode = training
        self.watches_gradients = watches_gradients
        self.train(training)

    def forward(self, x):
        logits = self.layer(x.flatten(1))
        if self.training != self.right_mode:
            logits = logits + torch.arange(logits.shape[1])
        if self.watches_gradients and torch.is_grad_enabled():
            logits = logits * 2
        return logits


def logits(student, images, seed):
    """What SimpleCNN makes of images, with weights that depend on the seed and the shape of each parameter."""
    model = _network(student, seed)
    model.eval()
    with torch.no_grad():
        return model(torch.tensor(images, dtype=torch.float32)).numpy()


def parameter_count(student, seed):
    """How many numbers of SimpleCNN training may change."""
    return sum(value.numel() for value in _network(student, seed).parameters())


def outline(student, batch_size):
    """The shapes that a batch of black images passes through in SimpleCNN: [[operation, [N, C, H, W]], …]."""
    return outline_of(_network(student, 0), torch.zeros(batch_size, 1, 28, 28))


def exported(student, training):
    """SimpleCNN as a list of operations, as it computes in training or in evaluation, and its weights."""
    model = _network(student, 0)
    return {"graph": export(model, training), "weights": take_weights(model)}


def train_epoch(student, weight, bias, images, labels, batch_size, learning_rate, begins_in_training=True):
    """train_epoch on one fully connected layer, with plain gradient descent.

    Returns the loss that train_epoch returned, and the layer's weight and bias afterwards.
    """
    model = Probe(weight, bias, training=True)
    model.train(begins_in_training)
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    loss = _train(student, model, _loader(images, labels, batch_size), optimizer)
    return {"loss": loss, "weight": model.layer.weight.detach().numpy(), "bias": model.layer.bias.detach().numpy()}


def train_epoch_elsewhere(student, weight, bias, images, labels, batch_size):
    """train_epoch with batches that cannot be computed with until they are moved to `device`."""
    model = Probe(weight, bias, training=True)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    return _train(student, model, _loader(images, labels, batch_size, _on_host), optimizer)


def train_network(student, images, labels, batch_size, learning_rate, seed):
    """train_epoch on SimpleCNN, with plain gradient descent: the loss it returned, and every parameter, by its shape."""
    model = _network(student, seed)
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    loss = _train(student, model, _loader(images, labels, batch_size), optimizer)
    after = {"×".join(map(str, value.shape)): value.detach().numpy() for value in model.parameters()}
    return {"loss": loss, "parameters": dict(sorted(after.items()))}


def gradients(student, images, labels, seed):
    """The largest entry of the gradient of each parameter of SimpleCNN while train_epoch meets one batch.

    Returns [[shape, largest], …], where None says that no gradient arrived. Gradients are looked at as they arrive: whether the loop
    clears them before the next batch or after its step is all one.
    """
    model = _network(student, seed)
    arrived = {}
    for name, parameter in model.named_parameters():
        parameter.register_hook(lambda gradient, name=name: arrived.update({name: float(gradient.abs().max())}))
    _train(student, model, _loader(images, labels, len(labels)), torch.optim.SGD(model.parameters(), lr=0.0))
    return _by_shape((each.shape, arrived.get(name)) for name, each in model.named_parameters())


def moves(student, images, labels, batch_size, learning_rate, seed):
    """How far each parameter of SimpleCNN goes when train_epoch meets some batches: [[shape, largest change], …]."""
    model = _network(student, seed)
    before = [each.detach().clone() for each in model.parameters()]
    optimizer = torch.optim.SGD(model.parameters(), lr=learning_rate)
    _train(student, model, _loader(images, labels, batch_size), optimizer)
    pairs = zip(model.parameters(), before, strict=True)
    return _by_shape((each.shape, float((each.detach() - old).abs().max())) for each, old in pairs)


def evaluate(student, logits, labels, batch_size, begins_in_training=False, watches_gradients=False):
    """evaluate on a network whose logits are known: image number i gives row i of `logits`."""
    classes = logits.shape[1]
    model = Probe(np.eye(classes), np.zeros(classes), training=False, watches_gradients=watches_gradients)
    model.train(begins_in_training)
    return _evaluate(student, model, _loader(logits, labels, batch_size))


def evaluate_elsewhere(student, logits, labels, batch_size):
    """evaluate with batches that cannot be computed with until they are moved to `device`."""
    classes = logits.shape[1]
    model = Probe(np.eye(classes), np.zeros(classes), training=False)
    return _evaluate(student, model, _loader(logits, labels, batch_size, _on_host))


def after_evaluate(student, images, labels, batch_size, seed):
    """What evaluate leaves behind of a network with batch normalisation and dropout.

    Returns its weights and buffers, the next three random numbers, and whether gradients are kept again.
    """
    model = nn.Sequential(
        nn.Flatten(), nn.Linear(images[0].size, 4), nn.BatchNorm1d(4), nn.Dropout(0.5), nn.Linear(4, 3)
    )
    draw_weights(model, seed)
    model.train()
    torch.manual_seed(seed)
    with torch.enable_grad():
        student.evaluate(model, _loader(images, labels, batch_size), CPU)
        kept = torch.is_grad_enabled()
    return {"weights": take_weights(model), "random": torch.rand(3).numpy(), "keeps_gradients": kept}


def trained(student, weights, pixels, labels, batch_size, learning_rates, seed):
    """SimpleCNN after train_epoch has trained it on some batches, from the given weights."""
    with torch.enable_grad():
        part = train_part(
            student.SimpleCNN(), student.train_epoch, weights, pixels, labels, batch_size, learning_rates, seed
        )
    return {**part, "loss": _shown(part["loss"])}


def _train(student, model, loader, optimizer):
    with torch.enable_grad():
        return _shown(student.train_epoch(model, loader, optimizer, CPU))


def _evaluate(student, model, loader):
    with torch.enable_grad():
        return _shown(student.evaluate(model, loader, CPU))


def _shown(value):
    """A tensor cannot travel; as an array it can, and a check says what is wrong with it."""
    if isinstance(value, torch.Tensor):
        return value.detach().cpu().numpy()
    return type(value)(map(_shown, value)) if type(value) in (list, tuple) else value


def _by_shape(rows):
    """In an order that does not depend on which layer was made first."""
    return sorted(([list(shape), value] for shape, value in rows), key=lambda row: row[0])


def _network(student, seed):
    torch.manual_seed(seed)
    model = student.SimpleCNN()
    draw_weights(model, seed)
    return model


def _on_host(tensor):
    return tensor.as_subclass(OnHost)


def _loader(images, labels, batch_size, kind=lambda tensor: tensor):
    images, labels = torch.tensor(images, dtype=torch.float32), torch.tensor(labels, dtype=torch.int64)
    return Loader(kind(images), kind(labels), batch_size)
