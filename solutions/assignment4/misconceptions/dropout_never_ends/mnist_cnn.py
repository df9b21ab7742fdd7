"""Keeps dropping out in evaluation

en: Your dropout is active in evaluation as well. F.dropout(x) is a bare function that knows nothing of
model.eval(): its argument `training` is True unless you say otherwise. So half of fc1's results vanish
by chance with every call, and the same image gets other logits each time. Use a layer, self.dropout =
nn.Dropout(0.5), which follows train() and eval(), or pass training=self.training.

ko: 평가할 때에도 드롭아웃이 켜져 있습니다. F.dropout(x)는 함수일 뿐이어서 model.eval()을 알지 못하고,
따로 정하지 않으면 인수 `training`이 True입니다. 그래서 호출할 때마다 fc1의 결과 절반이 무작위로
사라지고 같은 이미지의 로짓이 매번 달라집니다. train()과 eval()을 따르는 계층 self.dropout =
nn.Dropout(0.5)를 쓰거나 training=self.training을 넘겨주세요.

lesson: 14-pytorch#evaluation
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = F.dropout(F.relu(self.fc1(x.flatten(1))), 0.5)
        return self.fc2(x)
