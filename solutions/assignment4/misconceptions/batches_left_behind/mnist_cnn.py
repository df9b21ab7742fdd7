"""Leaves the batches where the loader put them

en: Your images and labels are not moved to `device`. On a processor alone that goes unnoticed, because
everything is in one place, but on a machine with a GPU the network's weights lie there and the batch
does not, and PyTorch refuses to multiply the two. Move both: images.to(device) and labels.to(device).
to() returns a new tensor, so keep what it returns.

ko: 이미지와 레이블을 `device`로 옮기지 않습니다. CPU만 쓸 때에는 모두 한곳에 있어 드러나지 않지만,
GPU를 쓰면 신경망의 가중치는 GPU에 있고 배치는 그렇지 않아서 PyTorch가 둘을 곱하지 못합니다.
images.to(device)와 labels.to(device)로 둘 다 옮기세요. to()는 새 텐서를 반환하므로 그 결과를 받아서
써야 합니다.

lesson: 14-pytorch#device
"""

import torch
import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count


def evaluate(model, loader, device):
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for images, labels in loader:
            logits = model(images)
            total += F.cross_entropy(logits, labels, reduction="sum").item()
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    return total / count, right / count
