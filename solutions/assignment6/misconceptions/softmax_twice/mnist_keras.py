"""Applies the softmax twice: in the last layer and, with from_logits=True, in the loss

en: Your network ends in a softmax, and from_logits=True tells the loss that what it gets are logits
still, so the loss takes the softmax of the probabilities once more. Keras does not warn.
Probabilities lie between 0 and 1, and a softmax of those can never be surer than e / (e + 9), about
23 %: the loss stays above 1.46 even where every answer is right, and the gradients are weak. Keep
one of the two: either softmax in the last layer and the plain loss, or no activation in the last
layer and from_logits=True.

ko: 마지막 계층이 소프트맥스인데 손실 함수에는 from_logits=True를 주었습니다. 들어오는 값이 아직 로짓이라는 뜻이므로
손실 함수가 확률에 소프트맥스를 한 번 더 적용합니다. Keras는 경고하지 않습니다. 확률은 0과 1 사이에 있어서 여기에
소프트맥스를 또 적용하면 아무리 확신해도 e / (e + 9), 곧 23 %쯤을 넘지 못합니다. 모든 답이 맞아도 손실이 1.46 아래로
내려가지 않고 기울기도 약해집니다. 둘 중 하나만 남기세요. 마지막 계층에 소프트맥스를 두고 손실 함수를 그대로 쓰거나,
마지막 계층에서 활성화 함수를 빼고 from_logits=True를 쓰면 됩니다.

lesson: 13-keras#compile
"""

import keras

_lectures_model = build_model


def build_model():
    model = _lectures_model()
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer="adam", loss=loss, metrics=["accuracy"])
    return model
