"""Counts the features in front of fc1 as if nothing were lost at the edges

en: fc1 expects 64·7·7 = 3,136 features, as if 28 were only halved twice. But each 3×3 convolution
without padding takes two pixels away, and pooling rounds down: 28 → 26 → 13 → 11 → 5. So 64·5·5 = 1,600
features arrive, and PyTorch reports that two shapes cannot be multiplied. Work the sizes out layer by
layer, or print x.shape in front of fc1.

ko: fc1이 64·7·7 = 3,136개의 특징을 기다립니다. 28을 두 번 반으로 나누기만 한 셈입니다. 그러나 패딩 없는
3×3 컨볼루션은 매번 두 픽셀을 줄이고 풀링은 내림하므로 28 → 26 → 13 → 11 → 5가 됩니다. 실제로 오는
특징은 64·5·5 = 1,600개이고, PyTorch는 두 모양을 곱할 수 없다고 알립니다. 크기를 계층마다 따라가며
계산하거나 fc1 앞에서 x.shape를 출력해 보세요.

lesson: 08-fully-connected#flatten
"""

from torch import nn


class SimpleCNN(SimpleCNN):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(64 * 7 * 7, 128)
