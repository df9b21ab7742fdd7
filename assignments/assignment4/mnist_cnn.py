"""Assignment 4: the CNN of the lecture in PyTorch, and the two loops that train and measure it."""

from torch import nn


class SimpleCNN(nn.Module):
    """The network of the lecture.

    image 1×28×28 -> conv1 (32 filters, 3×3) -> ReLU -> max pooling 2×2
                  -> conv2 (64 filters, 3×3) -> ReLU -> max pooling 2×2
                  -> flatten -> fc1 (128) -> ReLU -> fc2 (10 logits)
    """

    def __init__(self):
        super().__init__()
        raise NotImplementedError

    def forward(self, x):
        """Logits of shape (N, 10) for images of shape (N, 1, 28, 28), for any N."""
        raise NotImplementedError


def train_epoch(model, loader, optimizer, device):
    """Train `model` with one pass over `loader`.

    Args:
        model: a network that gives logits, already on `device`.
        loader: gives batches (images, labels); the last one may be smaller. They are not on `device` yet.
        optimizer: holds the parameters of `model`.
        device: where to compute.

    Returns:
        The mean cross-entropy loss per image, as a float.
    """
    raise NotImplementedError


def evaluate(model, loader, device):
    """Measure `model` on `loader` without changing it.

    Returns:
        The mean cross-entropy loss per image, and the accuracy between 0 and 1.
    """
    raise NotImplementedError
