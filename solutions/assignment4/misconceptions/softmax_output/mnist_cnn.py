"""Ends the network in a softmax

en: Your network ends in a softmax, and cross_entropy applies one itself, so it is applied twice.
Probabilities lie between 0 and 1; a softmax of those can never be surer than e / (e + 9), about 23 %,
so the loss stays above 1.46 even where every answer is right, and the gradients are weak. Return the
logits of the last layer as they are. The largest logit is also the largest probability, so evaluate
needs no softmax either.

ko: 신경망이 소프트맥스로 끝나는데 cross_entropy 안에도 소프트맥스가 있어, 두 번 적용됩니다. 확률은 0과
1 사이에 있으므로 여기에 소프트맥스를 또 적용하면 아무리 확신해도 e / (e + 9), 곧 23 %쯤을 넘지
못합니다. 모든 답이 맞아도 손실이 1.46 아래로 내려가지 않고 기울기도 약해집니다. 마지막 계층의 로짓을
그대로 반환하세요. 로짓이 가장 큰 클래스가 확률도 가장 크므로 evaluate에도 소프트맥스는 필요 없습니다.

lesson: 09-output#softmax
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        return F.softmax(super().forward(x), dim=1)
