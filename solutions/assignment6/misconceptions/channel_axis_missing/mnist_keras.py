"""Declares images without a channel axis

en: Your network expects images of shape (28, 28), but Conv2D wants three axes for each image:
height, width and channels. Keras counts the batch in and says that it expected min_ndim=4 and found
3. A grey image has one channel, and that one has to be written: Input((28, 28, 1)).

ko: 입력의 모양이 (28, 28)로 되어 있지만, Conv2D에는 이미지마다 높이, 너비, 채널의 세 축이 있어야 합니다. Keras는
배치까지 세어 min_ndim=4를 기대했는데 3이라고 알립니다. 흑백 이미지에도 채널이 하나 있고, 하나라도 적어야 합니다.
Input((28, 28, 1))로 쓰세요.

lesson: 13-keras#data
"""

import keras
from keras import layers


def build_model():
    model = keras.Sequential(
        [
            layers.Input((28, 28)),
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
