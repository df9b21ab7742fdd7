"""The network of the lecture, with a loop that trains it and a loop that measures it; both count images, not batches."""

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader


class SimpleCNN(nn.Module):
    """1×28×28 -> 32×26×26 -> 32×13×13 -> 64×11×11 -> 64×5×5 -> 1600 -> 128 -> 10 logits.

    225,034 parameters, 91 % of them in fc1 (lesson 11-architecture). The sizes are floor((W - F) / S) + 1 (lesson 05-output-size).
    """

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, kernel_size=3)
        self.conv2 = nn.Conv2d(32, 64, kernel_size=3)
        self.pool = nn.MaxPool2d(kernel_size=2, stride=2)
        self.fc1 = nn.Linear(64 * 5 * 5, 128)
        self.fc2 = nn.Linear(128, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Logits (N, 10) of images (N, 1, 28, 28). No softmax at the end: cross_entropy takes logits."""
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = F.relu(self.fc1(x.flatten(1)))
        return self.fc2(x)


def train_epoch(
    model: nn.Module, loader: DataLoader, optimizer: torch.optim.Optimizer, device: torch.device | str
) -> float:
    """Take one step per batch, and return the mean loss per image.

    The last batch may be smaller, so each batch weighs as many images as it has.
    """
    model.train()
    total, count = 0.0, 0
    for batch in loader:
        images, labels = (each.to(device) for each in batch)
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count


def evaluate(model: nn.Module, loader: DataLoader, device: torch.device | str) -> tuple[float, float]:
    """Return the mean loss per image and the accuracy in [0, 1]: in evaluation mode, without gradients, image by image."""
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for batch in loader:
            images, labels = (each.to(device) for each in batch)
            logits = model(images)
            total += F.cross_entropy(logits, labels, reduction="sum").item()
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    return total / count, right / count
