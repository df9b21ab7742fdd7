"""Averages the accuracy over batches

en: You average the accuracies of the batches. A last batch of one image would then weigh as much as one
of a thousand: 3 images right out of 3 and then 0 of 1 make 3 / 4 = 0.75, not (1 + 0) / 2 = 0.5. Count
the right answers of all batches, and divide by the number of images once, at the end.

ko: 배치마다 구한 정확도를 평균 냈습니다. 그러면 이미지가 한 장뿐인 마지막 배치가 천 장짜리 배치와
똑같은 무게를 가집니다. 3장 가운데 3장을 맞히고 1장 가운데 0장을 맞히면 정확도는 (1 + 0) / 2 = 0.5가
아니라 3 / 4 = 0.75입니다. 모든 배치에서 맞힌 수를 세어 마지막에 한 번만 이미지 수로 나누세요.

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
            right += (logits.argmax(dim=1) == labels).float().mean().item()
            count += len(labels)
    return total / count, right / len(loader)
