"""Trains in whatever mode the network is in

en: train_epoch does not call model.train(). evaluate leaves the network in evaluation mode, so from the
second epoch on dropout would be off and batch normalisation would go on with old statistics. Nothing
fails; the network only learns worse, and you would hardly notice. Begin with model.train(), every time.

ko: train_epoch에서 model.train()을 부르지 않습니다. evaluate를 부르고 나면 신경망이 평가 모드에 남아
있으므로, 두 번째 에포크부터는 드롭아웃이 꺼져 있고 배치 정규화도 옛 통계를 씁니다. 오류는 나지 않고
학습이 나빠질 뿐이어서 알아차리기 어렵습니다. 매번 model.train()으로 시작하세요.

lesson: 14-pytorch#training
"""

import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
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
