"""Looks for the largest logit along the wrong axis

en: argmax(dim=0) asks, for each class, which image of the batch has the largest logit. You want, for
each image, which class has it. Logits have the shape (N, 10): axis 0 counts images, axis 1 classes.
With ten images in a batch the shapes fit by accident, and the accuracy is simply nonsense. Use dim=1.

ko: argmax(dim=0)은 클래스마다 배치의 어느 이미지가 가장 큰 로짓을 가졌는지를 묻습니다. 알고 싶은 것은
이미지마다 어느 클래스의 로짓이 가장 큰지입니다. 로짓의 모양은 (N, 10)이므로 축 0은 이미지, 축 1은
클래스입니다. 배치가 마침 10장이면 모양이 우연히 맞아 엉뚱한 정확도가 나옵니다. dim=1을 쓰세요.

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
            total += F.cross_entropy(logits, labels, reduction="sum").item()
            right += (logits.argmax(dim=0) == labels).sum().item()
            count += len(labels)
    return total / count, right / count
