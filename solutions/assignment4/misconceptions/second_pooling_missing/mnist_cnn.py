"""Pools only once

en: There is no pooling behind your second convolution, so 64 maps of 11×11 arrive at fc1: 7,744
features instead of 1,600. fc1 alone then has 991,360 parameters. Pooling has none of its own, and yet
it is what keeps the fully connected layer behind it small. Apply it after both convolutions.

ko: 두 번째 컨볼루션 뒤에 풀링이 없어서 11×11 특징 맵 64장이 fc1에 들어갑니다. 특징이 1,600개가 아니라
7,744개이고, fc1에만 파라미터가 991,360개 생깁니다. 풀링에는 파라미터가 없지만, 뒤따르는 완전 연결
계층을 작게 유지해 주는 것이 바로 풀링입니다. 두 컨볼루션 뒤에 모두 적용하세요.

lesson: 11-architecture#shapes
"""

import torch.nn.functional as F
from torch import nn


class SimpleCNN(SimpleCNN):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64 * 11 * 11, 128)

    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = F.relu(self.conv2(x))
        x = F.relu(self.fc1(x.flatten(1)))
        return self.fc2(x)
