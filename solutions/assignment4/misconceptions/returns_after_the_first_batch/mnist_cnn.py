"""Returns from inside the loop

en: Your function ends after the first batch: its `return` is indented into the loop. Of an epoch of 573
batches the network then sees one. Python leaves a function at the first return it meets, so move that
line to the left until it stands below the loop, not in it.

ko: 첫 배치만 보고 함수가 끝납니다. `return`이 반복문 안으로 들여 쓰여 있기 때문입니다. 에포크에 배치가
573개 있어도 신경망은 하나만 봅니다. Python은 처음 만나는 return에서 함수를 끝내므로, 그 줄을 왼쪽으로
옮겨 반복문 안이 아니라 아래에 오게 하세요.

lesson: 14-pytorch#training
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
        count += len(labels)
        return total / count
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
            count += len(labels)
            return total / count, right / count
    return total / count, right / count
