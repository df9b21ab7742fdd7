"""Puts a ReLU on the last layer

en: The last layer ends in a ReLU, so every negative number becomes 0. What the loss needs there are
probabilities: never negative, and ten of them add up to 1. Where the right class has a 0 the loss
is enormous, where all ten have one it is NaN, and no gradient flows through what was cut off. Give
the last Dense layer activation="softmax". ReLU belongs between layers.

ko: 마지막 계층에 ReLU가 있어 음수가 모두 0이 됩니다. 손실 함수에 필요한 것은 음수가 아니면서 열 개의 합이 1인
확률입니다. 정답 클래스가 0이면 손실이 엄청나게 커지고, 열 개가 모두 0이면 NaN이 됩니다. 잘려 나간 자리로는 기울기도
흐르지 않습니다. 마지막 Dense에는 activation="softmax"를 주세요. ReLU는 계층과 계층 사이에 둡니다.

lesson: 09-output#softmax
"""

import keras
from keras import layers


def build_model():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, (3, 3), activation="relu"),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu"),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="relu"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
