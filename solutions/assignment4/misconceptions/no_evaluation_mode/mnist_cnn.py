"""Measures in whatever mode the network is in

en: evaluate does not call model.eval(). Behind train_epoch the network is still in training mode, so
dropout goes on switching neurons off while you measure, and batch normalisation takes its statistics
from the test images and even keeps them. Begin with model.eval().

ko: evaluate에서 model.eval()을 부르지 않습니다. train_epoch 다음에는 신경망이 아직 학습 모드이므로,
성능을 재는 동안에도 드롭아웃이 뉴런을 끄고, 배치 정규화는 시험 이미지에서 통계를 구해 저장하기까지
합니다. model.eval()로 시작하세요.

lesson: 14-pytorch#evaluation
"""

import torch
import torch.nn.functional as F


def evaluate(model, loader, device):
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for images, labels in loader:
            images, labels = images.to(device), labels.to(device)
            logits = model(images)
            total += F.cross_entropy(logits, labels, reduction="sum").item()
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    return total / count, right / count
