"""Takes a softmax before cross_entropy

en: Your loop applies a softmax to the logits and gives the result to cross_entropy, which applies
another one. The loss then cannot fall below 1.46 for ten classes, however sure the network is, and its
gradients are weak. cross_entropy wants logits: give it what the model returns.

ko: 로짓에 소프트맥스를 적용한 결과를 cross_entropy에 넣고 있는데, cross_entropy 안에서 소프트맥스가 또
적용됩니다. 그러면 클래스가 10개일 때 신경망이 아무리 확신해도 손실이 1.46 아래로 내려가지 않고
기울기도 약합니다. cross_entropy는 로짓을 받습니다. 모델이 반환한 값을 그대로 넣으세요.

lesson: 09-output#softmax
"""

import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        optimizer.zero_grad()
        loss = F.cross_entropy(F.softmax(model(images), dim=1), labels)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count
