"""Gives logits to nll_loss

en: You give logits to nll_loss. It expects logarithms of probabilities, and does nothing but pick the
right class's number and turn its sign. Without the softmax nothing holds the logits back: the loss
becomes negative and falls for ever while the right classes grow. cross_entropy takes the softmax, its
logarithm and the pick in one; use it on the logits.

ko: 로짓을 nll_loss에 넣고 있습니다. nll_loss는 확률의 로그를 받아, 정답 클래스의 값을 골라 부호를 바꿀
뿐입니다. 소프트맥스가 없으면 로짓이 얼마든지 커질 수 있어서 손실이 음수가 되고, 정답의 로짓이 커질수록
끝없이 내려갑니다. cross_entropy는 소프트맥스와 로그, 정답 고르기를 한꺼번에 합니다. 로짓에는
cross_entropy를 쓰세요.

lesson: 09-output#softmax
"""

import torch.nn.functional as F


def train_epoch(model, loader, optimizer, device):
    model.train()
    total, count = 0.0, 0
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        optimizer.zero_grad()
        loss = F.nll_loss(model(images), labels)
        loss.backward()
        optimizer.step()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count
