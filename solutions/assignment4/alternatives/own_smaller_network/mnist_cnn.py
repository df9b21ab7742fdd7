"""강의의 신경망 대신 직접 설계한 작은 신경망: 배치 정규화와 드롭아웃을 쓰고, 파라미터는 강의 신경망의 4분의 1이 되지 않습니다."""

import torch
from torch import nn


def block(in_channels, out_channels):
    """컨볼루션, 배치 정규화, ReLU. 패딩 1로 크기를 유지합니다. 편향은 배치 정규화에 있으므로 컨볼루션에는 두지 않습니다."""
    return [
        nn.Conv2d(in_channels, out_channels, kernel_size=3, padding=1, bias=False),
        nn.BatchNorm2d(out_channels),
        nn.ReLU(),
    ]


class SimpleCNN(nn.Module):
    """16×14×14 -> 32×7×7 -> 64×7×7 -> 3136 -> 10. 완전 연결 계층은 마지막에 하나뿐입니다."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            *block(1, 16),
            nn.MaxPool2d(2),
            *block(16, 32),
            nn.MaxPool2d(2),
            *block(32, 64),
        )
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(64 * 7 * 7, 10)

    def forward(self, x):
        """이미지 (N, 1, 28, 28)의 로짓 (N, 10). 소프트맥스는 손실 함수에 들어 있습니다."""
        return self.head(self.drop(self.body(x).flatten(start_dim=1)))


def train_epoch(model, loader, optimizer, device):
    """배치를 하나씩 학습하고, 이미지 한 장당 평균 손실을 반환합니다."""
    loss_function = nn.CrossEntropyLoss()
    loss_sum = torch.zeros((), dtype=torch.float64)
    image_count = 0
    model.train()
    for image_batch, label_batch in loader:
        images = image_batch.to(device=device)
        labels = label_batch.to(device=device)

        # 앞 배치의 기울기를 지우고, 손실에서 거슬러 올라가 구한 다음, 한 걸음 움직입니다.
        optimizer.zero_grad()
        loss = loss_function(model(images), labels)
        loss.backward()
        optimizer.step()

        # 마지막 배치는 작을 수 있으므로 이미지 수를 곱해서 더합니다.
        loss_sum += loss.detach().cpu() * len(images)
        image_count += len(images)
    return float(loss_sum / image_count)


def evaluate(model, loader, device):
    """이미지 한 장당 평균 손실과 정확도를 반환합니다. 신경망은 바뀌지 않습니다."""
    loss_function = nn.CrossEntropyLoss(reduction="none")
    losses, hits = [], []
    model.eval()
    with torch.no_grad():
        for image_batch, label_batch in loader:
            labels = label_batch.to(device=device)
            logits = model(image_batch.to(device=device))
            losses.extend(loss_function(logits, labels).tolist())
            hits.extend((logits.argmax(dim=1) == labels).tolist())
    return sum(losses) / len(losses), hits.count(True) / len(hits)
