"""Returns the loss of the last batch

en: You return the loss of the last batch alone. It depends on the few images that happen to come last
and jumps up and down from epoch to epoch. Collect over the whole epoch: the loss of each batch times
its number of images, divided by the number of all images.

ko: 마지막 배치의 손실만 반환합니다. 우연히 끝에 온 몇 장에 따라 값이 달라지므로 에포크마다
들쭉날쭉합니다. 에포크 전체에 걸쳐 모으세요. 배치의 손실에 이미지 수를 곱해 더한 뒤 전체 이미지 수로
나눕니다.

lesson: 14-pytorch#training
"""

import torch
import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    loss = torch.tensor(0.0)
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
    return loss.item()


def evaluate(model, loader, device):
    model.eval()
    total, right, count = 0.0, 0, 0
    with torch.no_grad():
        for images, labels in loader:
            images, labels = images.to(device), labels.to(device)
            logits = model(images)
            loss = F.cross_entropy(logits, labels).item()
            right += (logits.argmax(dim=1) == labels).sum().item()
            count += len(labels)
    return loss, right / count
