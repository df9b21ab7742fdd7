"""Switches gradients off for good

en: You switch gradients off with torch.set_grad_enabled(False) and never on again. The switch belongs
to the whole program, so the next train_epoch fails at backward(): its loss does not require a gradient.
Use `with torch.no_grad():` around the loop. It puts the switch back when the block is left, even by an
error.

ko: torch.set_grad_enabled(False)로 기울기 계산을 끄고 다시 켜지 않습니다. 이 스위치는 프로그램 전체에
걸려 있어서, 다음 train_epoch가 backward()에서 실패합니다. 손실에서 기울기를 구할 길이 없기
때문입니다. 반복문을 `with torch.no_grad():`로 감싸세요. 블록을 벗어나면, 오류로 벗어나더라도 스위치가
원래대로 돌아갑니다.

lesson: 14-pytorch#evaluation
"""

import torch
import torch.nn.functional as F


def evaluate(model, loader, device):
    model.eval()
    total, right, count = 0.0, 0, 0
    torch.set_grad_enabled(False)
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        logits = model(images)
        total += F.cross_entropy(logits, labels, reduction="sum").item()
        right += (logits.argmax(dim=1) == labels).sum().item()
        count += len(labels)
    return total / count, right / count
