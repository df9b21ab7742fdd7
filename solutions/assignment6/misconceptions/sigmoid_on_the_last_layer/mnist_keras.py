"""Ends in ten sigmoids where one softmax is due

en: Your last layer is a sigmoid: ten answers to ten separate questions, each between 0 and 1, that
need not add up to 1. That fits where an image may hold several things at once. A digit is exactly
one of ten, so the classes have to compete for the probability: take activation="softmax".

ko: 마지막 계층이 시그모이드입니다. 서로 상관없는 질문 열 개에 0과 1 사이의 값으로 따로 답하는 셈이어서 합이 1이 되지
않습니다. 한 이미지에 여러 가지가 함께 있을 수 있을 때 맞는 방법입니다. 숫자는 열 가지 가운데 꼭 하나이므로 클래스들이
확률을 나누어 가져야 합니다. activation="softmax"를 쓰세요.

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
            layers.Dense(10, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
