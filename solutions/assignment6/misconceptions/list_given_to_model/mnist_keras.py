"""Gives a list of layers to keras.Model

en: You mix the two ways of building a model. keras.Sequential([…]) takes a list of layers and
connects each to the one before. keras.Model(inputs, outputs), the Functional API, takes tensors:
you begin with inputs = keras.Input((28, 28, 1)), call one layer after another on what the last one
gave, and name both ends. A list of layers belongs into keras.Sequential.

ko: 모델을 만드는 두 방법이 섞였습니다. keras.Sequential([…])은 계층의 리스트를 받아 차례로 이어 줍니다.
Functional API인 keras.Model(inputs, outputs)는 텐서를 받습니다. inputs = keras.Input((28, 28, 1))에서
시작해, 앞 계층의 결과에 다음 계층을 하나씩 호출하고, 마지막에 양 끝을 알려 주는 방식입니다. 계층의 리스트는
keras.Sequential에 주세요.

lesson: 13-keras#model
"""

import keras
from keras import layers


def build_model():
    model = keras.Model(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, (3, 3), activation="relu"),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu"),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
