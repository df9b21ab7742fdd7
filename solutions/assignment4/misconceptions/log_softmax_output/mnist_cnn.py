"""Ends the network in a log_softmax

en: Your network returns logarithms of probabilities. They belong to nll_loss; cross_entropy is exactly
log_softmax and nll_loss in one, so it wants the logits. Here it happens to do no harm, as a second
log_softmax changes nothing, but whoever uses your network expects logits, and takes the softmax where
probabilities are wanted. Leave the last step out.

ko: 신경망이 확률의 로그를 반환합니다. 이 값은 nll_loss에 넣는 것입니다. cross_entropy는 log_softmax와
nll_loss를 합친 함수라서 로짓을 받습니다. log_softmax는 두 번 적용해도 결과가 같으므로 학습은 되지만, 이
신경망을 쓰는 쪽에서는 로짓을 기대하고 확률이 필요할 때에만 소프트맥스를 적용합니다. 마지막 단계를
빼세요.

lesson: 09-output#softmax
"""

import torch.nn.functional as F


class SimpleCNN(SimpleCNN):
    def forward(self, x):
        return F.log_softmax(super().forward(x), dim=1)
