"""Takes the softmax over the images of a batch

en: Your softmax runs along axis 0, over the images of the batch: for each class the probabilities
of all images add up to 1, and an image's answer changes with its neighbours. The ten classes lie on
the last axis. Dense(10, activation="softmax") takes that one by itself; in Softmax(axis=…) and
keras.ops.softmax it is axis=-1.

ko: 소프트맥스를 축 0, 곧 배치의 이미지들을 따라 구합니다. 그래서 클래스마다 모든 이미지의 확률을 더해야 1이 되고, 어떤
이미지와 함께 있느냐에 따라 답이 달라집니다. 클래스 열 개는 마지막 축에 있습니다. Dense(10, activation="softmax")는
알아서 마지막 축을 쓰고, Softmax(axis=…)나 keras.ops.softmax에서는 axis=-1로 지정합니다.

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
            layers.Dense(10, activation=lambda x: keras.ops.softmax(x, axis=0)),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
