"""Lets view(-1, 1600) hide that the features are no 1600

en: Your kernels are 5×5, so 28 → 24 → 12 → 8 → 4, and every image has 64·4·4 = 1,024 features. But
view(-1, 64 * 5 * 5) is told that there are 1,600, and the -1 lets it find the number of images for
itself: 25 images become 16 rows that each hold a piece of the next image, and other batches do not fit
at all. Write x.flatten(1): it leaves the number of images alone, and a wrong fc1 shows at once. Then
give fc1 what really arrives.

ko: 커널이 5×5라서 28 → 24 → 12 → 8 → 4가 되고, 이미지마다 특징이 64·4·4 = 1,024개입니다. 그런데
view(-1, 64 * 5 * 5)에는 1,600개라고 썼고, −1 때문에 이미지 수가 거기에 맞추어 정해집니다. 이미지 25장이
16행이 되고 한 행에 다음 이미지의 조각이 섞입니다. 다른 배치는 아예 나누어떨어지지 않습니다.
x.flatten(1)을 쓰면 이미지 수가 그대로이므로 fc1이 틀렸을 때 곧바로 드러납니다. 그다음 실제로 오는
특징의 수에 fc1을 맞추세요.

lesson: 08-fully-connected#flatten
"""

import torch.nn.functional as F
from torch import nn


class SimpleCNN(SimpleCNN):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, kernel_size=5)
        self.conv2 = nn.Conv2d(32, 64, kernel_size=5)

    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = F.relu(self.fc1(x.view(-1, 64 * 5 * 5)))
        return self.fc2(x)
