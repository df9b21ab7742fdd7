"""Leaves out the ReLU behind the convolutions

en: There is no ReLU between your convolutions. A convolution is a weighted sum, and weighted sums of
weighted sums are again weighted sums: without something that bends, a second layer adds little to the
first. (Max pooling bends a little, which is why the network learns all the same, only worse.) Apply a
ReLU to the result of each convolution.

ko: 컨볼루션 뒤에 ReLU가 없습니다. 컨볼루션은 가중합이고, 가중합의 가중합은 다시 가중합입니다. 사이에
비선형 함수가 없으면 계층을 하나 더 쌓아도 나타낼 수 있는 것이 별로 늘지 않습니다. 맥스 풀링이 조금은
비선형이어서 학습은 되지만 성능이 떨어집니다. 컨볼루션의 결과마다 ReLU를 적용하세요.

lesson: 06-relu#non-linearity
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        x = self.pool(self.conv1(x))
        x = self.pool(self.conv2(x))
        x = F.relu(self.fc1(x.flatten(1)))
        return self.fc2(x)
