"""Assignment 4: the CNN of the lecture in PyTorch, the loop that trains it and the loop that measures it."""

import torch
from torch import nn
from torch.utils.data import DataLoader


class SimpleCNN(nn.Module):
    """The network of the lecture; one image on its way through it:

    1×28×28 -> convolution, 32 filters 3×3 -> 32×26×26 -> ReLU -> max pooling 2×2 -> 32×13×13
            -> convolution, 64 filters 3×3 -> 64×11×11 -> ReLU -> max pooling 2×2 -> 64×5×5
            -> flatten -> 1600 -> fully connected -> 128 -> ReLU -> fully connected -> 10 logits

    A network of your own may have at most 300,000 parameters, and needs a convolution that slides over the image.
    """

    def __init__(self) -> None:
        super().__init__()
        # The layers that learn belong here, as attributes: self.conv1 = nn.Conv2d(…).
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Compute the logits of a batch.

        Args:
            x: images, float32, shape (N, 1, 28, 28), for any N from 1 upwards.

        Returns:
            Logits, float32, shape (N, 10): one row for each image, which depends on that image alone. No softmax.
        """
        raise NotImplementedError


def train_epoch(
    model: nn.Module, loader: DataLoader, optimizer: torch.optim.Optimizer, device: torch.device | str
) -> float:
    """Train a network with one pass over a loader: one step of the optimiser for each batch.

    Args:
        model: gives logits, shape (N, classes); already on `device`, in whatever mode.
        loader: gives batches (images, labels), labels being int64 of shape (N,). They are not on `device` yet, and the
            last one may be smaller.
        optimizer: holds the parameters of `model`.
        device: where to compute, such as "cpu" or "cuda".

    Returns:
        The mean cross-entropy per image over the whole epoch, as a Python float. Every image counts the same.
    """
    raise NotImplementedError


def evaluate(model: nn.Module, loader: DataLoader, device: torch.device | str) -> tuple[float, float]:
    """Measure a network, and leave it and everything else as it was, but for its mode.

    Args:
        model: gives logits, shape (N, classes); already on `device`, in whatever mode.
        loader: gives batches (images, labels) as in train_epoch.
        device: where to compute.

    Returns:
        The mean cross-entropy per image, and the share of images whose largest logit is that of their label, from 0 to 1:
        two Python floats in this order.
    """
    raise NotImplementedError
