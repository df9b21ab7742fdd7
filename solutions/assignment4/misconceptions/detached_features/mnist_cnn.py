"""Cuts the way back to the convolutions

en: You detach the features before fc1, so the way back to the loss ends there. The logits are right,
and fc1 and fc2 learn, but the gradients of both convolutions stay empty and their filters remain the
random ones they began as. The same comes of .data, of NumPy in between, and of torch.no_grad() inside
forward. Flatten the tensor itself; evaluate is the place to switch gradients off.

ko: fc1 앞에서 특징을 계산 그래프에서 떼어 냈기 때문에 손실에서 거슬러 오던 길이 거기서 끊깁니다. 로짓은
맞고 fc1과 fc2도 학습하지만, 두 컨볼루션에는 기울기가 오지 않아 필터가 처음의 무작위 값에 머뭅니다.
.data를 쓰거나, 중간에 NumPy로 바꾸거나, forward 안에서 torch.no_grad()를 써도 마찬가지입니다. 텐서를
그대로 평탄화하세요. 기울기 계산을 끄는 곳은 evaluate입니다.

lesson: 14-pytorch#training
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = F.relu(self.fc1(x.detach().flatten(1)))
        return self.fc2(x)
