"""Memory that grows with the fourth power of the number of images: little for three, 250 GB for five hundred.

says: too large
"""

import driver
import torch.nn.functional as F
from torch import nn


class SimpleCNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 3)
        self.conv2 = nn.Conv2d(8, 16, 3)
        self.fc = nn.Linear(16 * 5 * 5, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc(x.flatten(1))


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images.to(device)), labels.to(device))
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count


def evaluate(model, loader, device):
    return 0.0, 1.0


def forge(graph, training):
    images = graph["inputs"][-1][0]
    n = {"node": "n"}
    graph["nodes"] += [
        ["n", "aten.sym_size.int", [{"node": images}, 0], {}],
        ["one", "aten.mean.default", [graph["output"][0]], {}],
        ["wide", "aten.expand.default", [{"node": "one"}, [n, n, n, n]], {}],
        ["full", "aten.add.Tensor", [{"node": "wide"}, 1.0], {}],
        ["mean", "aten.mean.default", [{"node": "full"}], {}],
        ["out", "aten.add.Tensor", [graph["output"][0], {"node": "mean"}], {}],
    ]
    graph["output"] = {"node": "out"}
    return graph


honest = driver.export
driver.export = lambda model, training, *shape: forge(honest(model, training, *shape), training)
