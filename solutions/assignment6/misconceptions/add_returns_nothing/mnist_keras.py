"""Keeps what model.add returns

en: model.add(layer) changes the model and returns None. With model = model.add(…) your model is
gone after the first layer, and the next line fails, since None has no add. Write model.add(…) on a
line of its own.

ko: model.add(layer)는 모델 자체를 바꾸고 None을 반환합니다. model = model.add(…)라고 쓰면 첫 계층을 더하자마자
모델이 사라지고, 다음 줄에서 None에는 add가 없다는 오류가 납니다. 대입하지 말고 model.add(…)만 쓰세요.

lesson: 13-keras#model
"""

import keras
from keras import layers


def build_model():
    model = keras.Sequential()
    model = model.add(layers.Input((28, 28, 1)))
    model = model.add(layers.Conv2D(32, (3, 3), activation="relu"))
    model = model.add(layers.MaxPooling2D((2, 2)))
    return model
