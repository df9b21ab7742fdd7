"""The lecture's network with dropout in front of both fully connected layers: no parameter more, and in evaluation nothing changes."""

import torch
from torch import nn, optim
from torch.utils.data import DataLoader

PROBABILITY = 0.2


class SimpleCNN(nn.Module):
    """As in the lecture, but that training must do with four features out of five."""

    def __init__(self):
        super(SimpleCNN, self).__init__()  # noqa: UP008  (as the lecture writes it)
        self.first = nn.Conv2d(in_channels=1, out_channels=32, kernel_size=3)
        self.second = nn.Conv2d(in_channels=32, out_channels=64, kernel_size=3)
        self.halve = nn.MaxPool2d(kernel_size=2)
        self.dropout = nn.Dropout(PROBABILITY)
        self.hidden = nn.Linear(in_features=64 * 5 * 5, out_features=128)
        self.digits = nn.Linear(in_features=128, out_features=10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Logits of shape (N, 10)."""
        x = self.halve(nn.functional.relu(self.first(x)))
        x = self.halve(nn.functional.relu(self.second(x)))
        x = self.dropout(x.view(-1, 64 * 5 * 5))
        x = self.dropout(nn.functional.relu(self.hidden(x)))
        return self.digits(x)


def train_epoch(model: nn.Module, loader: DataLoader, optimizer: optim.Optimizer, device: torch.device) -> float:
    """A running mean: each batch moves it by its share of the images seen so far."""
    model.train()
    mean, seen = 0.0, 0
    for images, labels in loader:
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(images.to(device)), labels.to(device))
        loss.backward()
        optimizer.step()
        seen += images.shape[0]
        mean += (loss.item() - mean) * images.shape[0] / seen
    return mean


def evaluate(model: nn.Module, loader: DataLoader, device: torch.device) -> tuple[float, float]:
    """Running means of loss and accuracy."""
    model.eval()
    means, seen = torch.zeros(2, dtype=torch.float64), 0
    with torch.no_grad():
        for images, labels in loader:
            logits, due = model(images.to(device)), labels.to(device)
            loss = nn.functional.cross_entropy(logits, due)
            accuracy = (logits.argmax(1) == due).float().mean()
            seen += len(due)
            means += (torch.stack([loss, accuracy]).cpu() - means) * len(due) / seen
    return means[0].item(), means[1].item()
