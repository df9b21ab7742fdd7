"""Compiles with plain gradient descent

en: You compile with "sgd", which moves each weight by 0.01 times its gradient. Adam keeps a running
mean of each weight's gradient and of its square, and steps by their ratio, so that at first every
weight moves by about the learning rate of 0.001, whether its gradient is large or small. In three
epochs SGD gets much less far here. Compile with optimizer="adam".

ko: 옵티마이저로 "sgd"를 지정했습니다. SGD는 가중치마다 기울기의 0.01배만큼 움직입니다. Adam은 가중치마다 기울기와 그
제곱의 이동 평균을 구해 두 값의 비율로 움직이므로, 기울기가 크든 작든 처음에는 모든 가중치가 학습률 0.001쯤 움직입니다.
세 에포크 동안 SGD가 나아가는 거리는 그보다 훨씬 짧습니다. optimizer="adam"으로 컴파일하세요.

lesson: 13-keras#compile
"""

_lectures_model = build_model


def build_model():
    model = _lectures_model()
    model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
