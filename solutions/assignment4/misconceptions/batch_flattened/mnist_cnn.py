"""Flattens the batch along with the features

en: x.flatten() makes one long row of the whole batch. With one image it happens to fit, and ten logits
without a batch axis come out; with three images fc1 meets 4,800 numbers where it expects 1,600. The
first axis counts images and must stay: x.flatten(1) begins to flatten behind it.

ko: x.flatten()은 배치 전체를 한 줄로 만듭니다. 이미지가 한 장이면 우연히 맞아 배치 축이 없는 로짓
10개가 나오지만, 세 장이면 fc1이 1,600개가 아니라 4,800개의 값을 받습니다. 첫 축은 이미지의 수이므로
남겨 두어야 합니다. x.flatten(1)은 그다음 축부터 평탄화합니다.

lesson: 08-fully-connected#flatten
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = F.relu(self.fc1(x.flatten()))
        return self.fc2(x)
