"""Prepares gradients while it measures

en: evaluate computes with gradients switched on. model.eval() does not switch them off; it only tells
dropout and batch normalisation how to behave. So PyTorch keeps every feature map of every batch for a
backward() that never comes, which costs memory and time. Put the loop into `with torch.no_grad():`.

ko: evaluate가 기울기 계산을 켠 채로 성능을 잽니다. model.eval()은 드롭아웃과 배치 정규화의 동작만
바꿀 뿐 기울기 계산을 끄지 않습니다. 그래서 PyTorch가 부르지도 않을 backward()에 대비해 배치마다 모든
특징 맵을 붙들어 두느라 메모리와 시간을 씁니다. 반복문을 `with torch.no_grad():` 안에 넣으세요.

lesson: 14-pytorch#evaluation
"""

import torch.nn.functional as F


def evaluate(model, loader, device):
    model.eval()
    total, right, count = 0.0, 0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        logits = model(images)
        total += F.cross_entropy(logits, labels, reduction="sum").item()
        right += (logits.argmax(dim=1) == labels).sum().item()
        count += len(labels)
    return total / count, right / count
