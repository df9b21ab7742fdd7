"""The lecture's network as one list of layers: pooling first and ReLU behind it, which comes to the same and has less to bend.

The loops lean on modules in place of functions, clear gradients behind the step, and ask the loader for its length.
"""

import torch
from torch import nn

criterion = nn.CrossEntropyLoss()


class SimpleCNN(nn.Module):
    """Features, then a classifier; both are plain lists of layers."""

    def __init__(self):
        super().__init__()
        self.classifier = nn.Sequential(nn.Linear(1600, 128), nn.ReLU(inplace=True), nn.Linear(128, 10))
        self.features = nn.Sequential(
            nn.Conv2d(1, 32, 3),
            nn.MaxPool2d(2),
            nn.ReLU(),
            nn.Conv2d(32, 64, 3),
            nn.MaxPool2d(2),
            nn.ReLU(),
            nn.Flatten(),
        )

    def forward(self, x):
        """(N, 1, 28, 28) -> (N, 10)."""
        return self.classifier(self.features(x))


def train_epoch(model, loader, optimizer, device):
    """The mean of the batches, each weighted by its share of the images."""
    model.train(True)
    images_in_all = sum(labels.numel() for _, labels in loader)
    mean = 0.0
    for batch in loader:
        images, labels = (tensor.to(device, non_blocking=True) for tensor in batch)
        loss = criterion(model(images), labels)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        mean += loss.item() * labels.numel() / images_in_all
    return mean


@torch.inference_mode()
def evaluate(model, loader, device):
    """Goes through the loader twice: once for the loss, once for the accuracy."""
    model.train(False)
    number = len(loader.dataset)
    losses = [criterion(model(images.to(device)), labels.to(device)) * len(labels) for images, labels in loader]
    right = 0
    for images, labels in loader:
        _, guesses = torch.max(model(images.to(device)), dim=-1)
        right += torch.count_nonzero(guesses.eq(labels.to(device))).item()
    return torch.stack(losses).sum().item() / number, right / number
