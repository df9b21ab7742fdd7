"""Returns the accuracy before the loss

en: You return (accuracy, loss); the handout says (loss, accuracy). Both are floats, so nothing
complains: whoever writes loss, accuracy = evaluate(…) gets them exchanged, and a curve that should fall
rises. Change the order of the return.

ko: (정확도, 손실) 순서로 반환하고 있습니다. 과제 설명의 순서는 (손실, 정확도)입니다. 둘 다 실수여서
오류가 나지 않으므로, loss, accuracy = evaluate(…)라고 쓰면 두 값이 뒤바뀌고 내려가야 할 곡선이
올라갑니다. 반환하는 순서를 바꾸세요.

lesson: 14-pytorch#evaluation
"""

import torch
import torch.nn.functional as F


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
    return right / count, total / count
