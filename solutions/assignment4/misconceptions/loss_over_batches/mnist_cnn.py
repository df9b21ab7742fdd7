"""Averages the loss over batches

en: You add the mean loss of each batch and divide by the number of batches. That gives every batch the
same weight, whatever its size: of 5 images in batches of 4 and 1, the last image would count four times
as much as each of the others. Weigh the loss of a batch by the images in it, and divide by the number
of all images.

ko: 배치마다 평균 손실을 더해 배치 수로 나누었습니다. 그러면 크기와 상관없이 모든 배치의 무게가
같습니다. 이미지 5장을 4장과 1장으로 나누었다면 마지막 이미지가 나머지보다 네 배나 무겁게 셈됩니다.
배치의 손실에 그 배치의 이미지 수를 곱해 더하고, 전체 이미지 수로 나누세요.

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
        total += loss.item()
    return total / len(loader)


def evaluate(model, loader, device):
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for images, labels in loader:
            images, labels = images.to(device), labels.to(device)
            logits = model(images)
            total += F.cross_entropy(logits, labels).item()
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    return total / len(loader), right / count
