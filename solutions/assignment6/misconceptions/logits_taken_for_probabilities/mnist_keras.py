"""Gives logits to a loss that expects probabilities

en: Your last layer has no activation, so it gives logits: any real numbers. The loss, named by a
text, expects probabilities. It divides the ten numbers by their sum, as if they were shares, cuts
off what lies outside 0 and 1, and takes a logarithm that means nothing; where it has cut, the
gradient is zero, and the network hardly learns. Either give the last Dense layer
activation="softmax", or say so to the loss:
keras.losses.SparseCategoricalCrossentropy(from_logits=True).

ko: 마지막 계층에 활성화 함수가 없으니 나오는 값은 로짓, 곧 임의의 실수입니다. 그런데 문자열로 지정한 손실 함수는 확률을
기대합니다. 값 열 개를 비율인 양 합으로 나누고, 0과 1을 벗어난 값은 잘라 낸 다음, 의미 없는 로그를 구합니다. 잘라 낸
자리에서는 기울기가 0이라 거의 학습되지 않습니다. 마지막 Dense에 activation="softmax"를 주거나, 손실 함수를
keras.losses.SparseCategoricalCrossentropy(from_logits=True)로 바꾸세요.

lesson: 13-keras#compile
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
            layers.Dense(10),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
