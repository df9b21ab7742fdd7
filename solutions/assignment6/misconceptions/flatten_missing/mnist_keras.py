"""Leaves out the Flatten in front of the Dense layers

en: There is no Flatten between the last convolution and the Dense layers. Keras does not mind:
Dense works on the last axis alone, so it treats each of the 3×3 places by itself, and for each
image ten numbers come out at nine places: (N, 3, 3, 10). Put layers.Flatten() in front of the first
Dense layer; it makes 3·3·64 = 576 features of the maps.

ko: 마지막 컨볼루션과 Dense 계층 사이에 Flatten이 없습니다. Keras는 이것을 오류로 보지 않습니다. Dense는 마지막
축에만 작용하므로 3×3의 아홉 자리를 따로따로 계산하고, 이미지마다 숫자 열 개가 아홉 자리에 나옵니다: (N, 3, 3, 10). 첫
Dense 앞에 layers.Flatten()을 넣으세요. 특징 맵이 3·3·64 = 576개의 특징으로 펼쳐집니다.

lesson: 08-fully-connected#flatten
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
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
