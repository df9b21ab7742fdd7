"""Uses a sigmoid in place of the ReLU

en: Your hidden layers use a sigmoid. Its slope is at most 1/4, and next to nothing for large values, so
that a gradient shrinks at every layer on its way back: through three of them by a factor of 64 at
least. The ReLU has the slope 1 wherever it is active. The lecture's network uses the ReLU in all three
places.

ko: 은닉층에 시그모이드를 썼습니다. 시그모이드의 기울기는 커도 1/4이고, 입력의 절댓값이 크면 0에
가깝습니다. 그래서 손실의 기울기는 거꾸로 전해지면서 계층마다 줄어듭니다. 세 번 지나면 적어도
64분의 1이 됩니다. ReLU는 값이 양수인 곳에서 기울기가 1입니다. 강의의 신경망은 세 군데 모두 ReLU를
씁니다.

lesson: 06-relu#non-linearity
"""

import torch


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        x = self.pool(torch.sigmoid(self.conv1(x)))
        x = self.pool(torch.sigmoid(self.conv2(x)))
        x = torch.sigmoid(self.fc1(x.flatten(1)))
        return self.fc2(x)
