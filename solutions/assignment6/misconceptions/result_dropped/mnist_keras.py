"""Calls a layer and drops what comes out

en: In the Functional API a layer is a function: MaxPooling2D((2, 2))(x) returns a new tensor and
leaves x as it was. Your first pooling is called, but its result is kept nowhere, and the next
convolution goes on with the maps from before it. There is no error; model.summary() does not list
the pooling, and the parameters multiply. Write x = layers.MaxPooling2D((2, 2))(x).

ko: Functional API에서 계층은 함수입니다. MaxPooling2D((2, 2))(x)는 새 텐서를 반환할 뿐 x를 바꾸지 않습니다. 첫 풀링을
호출하고도 결과를 받아 두지 않아서, 다음 컨볼루션은 풀링하기 전의 특징 맵을 그대로 이어받습니다. 오류는 나지 않지만
model.summary()에 그 풀링이 없고 파라미터는 몇 배로 늘어납니다. x = layers.MaxPooling2D((2, 2))(x)라고 쓰세요.

lesson: 13-keras#model
"""

import keras
from keras import layers


def build_model():
    inputs = keras.Input((28, 28, 1))
    x = layers.Conv2D(32, (3, 3), activation="relu")(inputs)
    layers.MaxPooling2D((2, 2))(x)
    x = layers.Conv2D(64, (3, 3), activation="relu")(x)
    x = layers.MaxPooling2D((2, 2))(x)
    x = layers.Conv2D(64, (3, 3), activation="relu")(x)
    x = layers.Flatten()(x)
    x = layers.Dense(64, activation="relu")(x)
    model = keras.Model(inputs, layers.Dense(10, activation="softmax")(x))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
