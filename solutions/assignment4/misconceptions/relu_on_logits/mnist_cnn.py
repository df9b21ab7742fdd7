"""Puts a ReLU after the last layer too

en: The logits pass through a ReLU, so every negative one becomes 0. A logit below zero is how the
network says that a class is unlikely; when several classes are cut off at 0 they tie, and no gradient
flows back through them. An activation stands between two layers. After the last one there is nothing
left to bend: return what fc2 gives.

ko: 로짓이 ReLU를 지나면서 음수가 모두 0이 됩니다. 음의 로짓은 그 클래스일 것 같지 않다는 신경망의
답입니다. 여러 클래스가 0으로 잘리면 서로 구별되지 않고, 그 자리로는 기울기도 흐르지 않습니다.
활성화 함수는 계층과 계층 사이에 둡니다. 마지막 계층 뒤에는 이어질 계층이 없으니 fc2의 결과를 그대로
반환하세요.

lesson: 09-output#softmax
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        return F.relu(super().forward(x))
