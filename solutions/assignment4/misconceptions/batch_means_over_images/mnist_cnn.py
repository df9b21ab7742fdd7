"""Adds means of batches and divides by the number of images

en: You add the mean loss of each batch, and divide by the number of images. So the mean is divided
twice: with batches of 1,000 the loss comes out a thousand times too small. It is a slip that many
published scripts have. Either add sums (reduction="sum") and divide by the images, or add each mean
times its number of images.

ko: 배치마다 평균 손실을 더한 뒤 이미지 수로 나누었습니다. 나눗셈을 두 번 한 셈이어서, 배치가
1,000장이면 손실이 천 배 작게 나옵니다. 널리 퍼진 코드에도 흔한 실수입니다. reduction="sum"으로 합을
더해 이미지 수로 나누거나, 평균에 그 배치의 이미지 수를 곱해 더하세요.

lesson: 14-pytorch#evaluation
"""

import torch
import torch.nn.functional as F


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
    return total / count, right / count
