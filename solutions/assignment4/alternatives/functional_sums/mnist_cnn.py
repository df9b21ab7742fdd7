"""Weights as bare parameters and layers as functions, with views in place of flatten and sums in place of means."""

import math

import torch
import torch.nn.functional as F
from torch import nn


class SimpleCNN(nn.Module):
    """1×28×28 -> 26 -> 13 -> 11 -> 5 -> 1600 -> 128 -> 10, without a single layer object."""

    def __init__(self):
        super().__init__()
        self.out_weight, self.out_bias = _uniform(10, 128)
        self.hidden_weight, self.hidden_bias = _uniform(128, 64 * 5 * 5)
        self.late_filters, self.late_bias = _uniform(64, 32, 3, 3)
        self.early_filters, self.early_bias = _uniform(32, 1, 3, 3)

    def forward(self, x):
        """Logits (N, 10) of images (N, 1, 28, 28)."""
        maps = torch.conv2d(x, self.early_filters, self.early_bias).relu()
        maps = F.max_pool2d(maps, (2, 2))
        maps = torch.conv2d(maps, self.late_filters, self.late_bias).relu()
        maps = F.max_pool2d(maps, (2, 2))
        features = maps.reshape(x.size(0), -1)
        hidden = torch.relu(F.linear(features, self.hidden_weight, self.hidden_bias))
        return F.linear(hidden, self.out_weight, self.out_bias)


def _uniform(*shape):
    bound = 1 / math.sqrt(math.prod(shape[1:]))
    weight, bias = torch.empty(shape).uniform_(-bound, bound), torch.empty(shape[0]).uniform_(-bound, bound)
    return nn.Parameter(weight), nn.Parameter(bias)


def train_epoch(model, loader, optimizer, device):
    """Sums the losses of a batch, and divides before the way back, so that the gradient is that of the mean."""
    model.train()
    summed = []
    seen = 0
    for inputs, targets in iter(loader):
        x, y = inputs.to(device), targets.to(device)
        model.zero_grad()
        losses = F.nll_loss(F.log_softmax(model(x), dim=1), y, reduction="sum")
        torch.div(losses, y.shape[0]).backward()
        optimizer.step()
        summed.append(losses.item())
        seen += y.shape[0]
    return math.fsum(summed) / seen


def evaluate(model, loader, device):
    """Collects all logits, then counts once."""
    before = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        model.eval()
        pairs = [(model(inputs.to(device)), targets.to(device)) for inputs, targets in loader]
        logits, targets = (torch.cat(parts) for parts in zip(*pairs, strict=True))
        surprise = logits.logsumexp(1) - logits.gather(1, targets.view(-1, 1)).view(-1)
        accuracy = (logits.topk(1).indices.view(-1) == targets).double().mean()
        return surprise.mean().item(), accuracy.item()
    finally:
        torch.set_grad_enabled(before)
