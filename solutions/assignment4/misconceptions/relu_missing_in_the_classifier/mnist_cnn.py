"""Leaves out the ReLU between the fully connected layers

en: Your two fully connected layers follow each other directly. W2 (W1 x + b1) + b2 is one matrix and
one bias again, so the 204,928 parameters of fc1 can express no more than a single layer from 1600 to 10
could. The ReLU between them is what makes the hidden layer worth having. Apply it to what fc1 gives.

ko: 완전 연결 계층 두 개가 곧바로 이어져 있습니다. W2 (W1 x + b1) + b2는 다시 행렬 하나와 편향 하나로 쓸
수 있으므로, fc1의 파라미터 204,928개로도 1600에서 10으로 가는 계층 하나보다 더 많은 것을 나타내지
못합니다. 은닉층이 제구실을 하려면 사이에 ReLU가 있어야 합니다. fc1의 결과에 적용하세요.

lesson: 06-relu#non-linearity
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        return self.fc2(self.fc1(x.flatten(1)))
