"""Follows the gradient of the summed loss

en: You call backward() on the sum of the losses of a batch. Its gradient is as many times larger as
there are images, so with a batch of 96 every step is 96 times too long, and a smaller last batch takes
a smaller step than the rest. Let cross_entropy take the mean, as it does by itself, or divide by the
number of images before backward(); the sum is fine for what you report.

ko: 배치의 손실을 더한 값에 backward()를 불렀습니다. 기울기가 이미지 수만큼 커지므로 배치가 96장이면
걸음이 96배 길고, 작은 마지막 배치에서는 걸음도 짧아집니다. cross_entropy의 기본값인 평균을 쓰거나,
backward()를 부르기 전에 이미지 수로 나누세요. 반환할 손실을 셀 때에는 더해도 됩니다.

lesson: 14-pytorch#training
"""

import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        optimizer.zero_grad()
        loss = F.cross_entropy(model(images), labels, reduction="sum")
        loss.backward()
        optimizer.step()
        total += loss.item()
        count += len(labels)
    return total / count
