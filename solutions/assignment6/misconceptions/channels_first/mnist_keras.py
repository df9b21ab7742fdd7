"""Puts the channels in front, as PyTorch does

en: Your network takes images of shape (1, 28, 28), channels first. That is PyTorch's order. Keras
puts the channels last unless told otherwise, and the images here come as (N, 28, 28, 1), so the
network refuses them. Write Input((28, 28, 1)) and leave data_format out.

ko: 신경망의 입력 모양이 (1, 28, 28)로, 채널이 맨 앞에 있습니다. 이것은 PyTorch의 순서입니다. Keras는 따로 지정하지
않으면 채널을 맨 뒤에 두고, 여기서도 이미지가 (N, 28, 28, 1)로 들어오므로 신경망이 받아들이지 못합니다. Input((28,
28, 1))로 쓰고 data_format은 빼세요.

lesson: 13-keras#data
"""

import keras
from keras import layers


def build_model():
    model = keras.Sequential(
        [
            layers.Input((1, 28, 28)),
            layers.Conv2D(32, (3, 3), activation="relu", data_format="channels_first"),
            layers.MaxPooling2D((2, 2), data_format="channels_first"),
            layers.Conv2D(64, (3, 3), activation="relu", data_format="channels_first"),
            layers.MaxPooling2D((2, 2), data_format="channels_first"),
            layers.Conv2D(64, (3, 3), activation="relu", data_format="channels_first"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
