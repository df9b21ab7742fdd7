"""Clears the gradients between backward and step

en: Your weights never move. backward() works the gradients out, zero_grad() then throws them away, and
step() finds nothing to follow. Look at the order of the three: clear, backward, step. Clearing may also
come last, after the step, but never between the other two.

ko: 가중치가 전혀 움직이지 않습니다. backward()가 기울기를 구하면 zero_grad()가 곧바로 지워 버려서
step()이 따라갈 것이 없습니다. 순서를 살펴보세요. 지우고, backward, step입니다. step 다음에 지워도
되지만 backward와 step 사이에서 지우면 안 됩니다.

lesson: 14-pytorch#training
"""

import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        loss = F.cross_entropy(model(images), labels)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count
