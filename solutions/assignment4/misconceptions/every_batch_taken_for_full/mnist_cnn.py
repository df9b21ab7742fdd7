"""Takes every batch for a full one

en: You count as many images for every batch as a full one holds. The last batch of an epoch is often
smaller: 5 images in batches of 2 are 2, 2 and 1, not 6. Divided by too many, loss and accuracy come out
too small. Ask each batch how many images it has, len(labels), and add these up.

ko: 배치마다 가득 찬 배치의 이미지 수를 세고 있습니다. 에포크의 마지막 배치는 작을 때가 많습니다. 이미지
5장을 2장씩 나누면 2, 2, 1장이지 6장이 아닙니다. 너무 큰 수로 나누어 손실과 정확도가 작게 나옵니다.
배치마다 실제 이미지 수 len(labels)를 세어 더하세요.

lesson: 14-pytorch#evaluation
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
        total += loss.item() * len(labels)
        count += loader.batch_size
    return total / count


def evaluate(model, loader, device):
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for images, labels in loader:
            images, labels = images.to(device), labels.to(device)
            logits = model(images)
            total += F.cross_entropy(logits, labels, reduction="sum").item()
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += loader.batch_size
    return total / count, right / count
