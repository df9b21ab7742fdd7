"""Compiles Adam with a learning rate of its own

en: Your Adam has a learning rate of 0.01, ten times its default. Every weight then moves by about
0.01 in each of its first steps, and many a weight is no larger than that: the loss jumps about, and
some ReLUs fall silent for good. Besides, the grader trains your network at the default of 0.001,
and your train does not arrive where it does. Leave the learning rate alone: optimizer="adam".

ko: Adam의 학습률을 기본값의 열 배인 0.01로 정했습니다. 그러면 처음 몇 걸음 동안 모든 가중치가 0.01쯤 움직입니다.
가중치 자체와 맞먹는 크기라서 손실이 출렁이고, 다시는 반응하지 않는 ReLU도 생깁니다. 게다가 채점기는 기본값 0.001로
학습하므로 여러분의 train과 결과가 달라집니다. 학습률은 그대로 두고 optimizer="adam"이라고 쓰세요.

lesson: 13-keras#compile
"""

import keras

_lectures_model = build_model


def build_model():
    model = _lectures_model()
    adam = keras.optimizers.Adam(learning_rate=0.01)
    model.compile(optimizer=adam, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
