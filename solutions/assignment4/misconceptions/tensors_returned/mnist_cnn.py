"""Returns tensors where floats are due

en: You return tensors instead of plain numbers. A loss that is collected as a tensor also keeps the
whole graph of every batch alive that it was computed from, so memory grows through the epoch. Take the
number out where you collect it: loss.item() is a Python float.

ko: 보통의 수가 아니라 텐서를 반환합니다. 손실을 텐서인 채로 모으면 배치마다 그 손실을 구한 계산
그래프까지 통째로 붙들고 있어서, 에포크가 진행될수록 메모리가 늘어납니다. 모을 때 loss.item()으로 수를
꺼내면 Python 실수가 됩니다.

lesson: 14-pytorch#training
"""

import torch
import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss * len(labels)
        count += len(labels)
    return total / count


def evaluate(model, loader, device):
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for images, labels in loader:
            images, labels = images.to(device), labels.to(device)
            logits = model(images)
            total += F.cross_entropy(logits, labels, reduction="sum")
            right += (logits.argmax(dim=1) == labels).sum()
            count += len(labels)
    return total / count, right / count
