"""Gives the accuracy in percent

en: Your accuracy is 100 times too large: it is in percent. evaluate returns a share between 0 and 1, as
the handout says, so that nobody has to guess the unit. Multiply where you print it, for example with
f"{accuracy:.2%}".

ko: 정확도가 100배 큽니다. 퍼센트로 반환하기 때문입니다. 과제 설명에 있듯이 evaluate는 0과 1 사이의
비율을 반환하므로, 쓰는 사람이 단위를 짐작하지 않아도 됩니다. 100은 출력할 때 곱하세요. 예를 들면
f"{accuracy:.2%}"입니다.

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
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    return total / count, 100 * right / count
