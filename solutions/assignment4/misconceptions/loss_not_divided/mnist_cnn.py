"""Adds the losses of all images and does not divide

en: You return the sum of the losses of all images. It grows with the number of images, so that training
on 55,000 and testing on 10,000 cannot be compared, and neither can two epochs of different length.
Divide the sum by the number of images.

ko: 모든 이미지의 손실을 더한 값을 반환합니다. 이미지가 많을수록 커지므로 55,000장의 훈련 손실과
10,000장의 시험 손실을 비교할 수 없고, 길이가 다른 두 에포크도 비교할 수 없습니다. 합을 이미지 수로
나누세요.

lesson: 14-pytorch#training
"""

import torch
import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total = 0.0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
    return total


def evaluate(model, loader, device):
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for images, labels in loader:
            images, labels = images.to(device), labels.to(device)
            logits = model(images)
            total += F.cross_entropy(logits, labels, reduction="sum").item()
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    return total, right / count
