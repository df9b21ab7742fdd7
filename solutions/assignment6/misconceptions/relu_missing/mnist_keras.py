"""Leaves out the ReLU behind the convolutions

en: Your Conv2D layers have no activation. In Keras a layer has none unless you name one, and
nothing complains. A convolution is a weighted sum, and weighted sums of weighted sums are weighted
sums again: without something that bends between them, further layers add little. Write
activation="relu" in each of the three.

ko: Conv2D 계층에 활성화 함수가 없습니다. Keras에서는 이름을 적지 않으면 활성화 함수가 붙지 않고, 아무 오류도 나지
않습니다. 컨볼루션은 가중합이고, 가중합의 가중합은 다시 가중합입니다. 사이에 비선형 함수가 없으면 계층을 더 쌓아도 나타낼
수 있는 것이 별로 늘지 않습니다. 세 계층에 모두 activation="relu"를 적으세요.

lesson: 06-relu#non-linearity
"""

import keras
from keras import layers


def build_model():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, (3, 3)),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3)),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3)),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
