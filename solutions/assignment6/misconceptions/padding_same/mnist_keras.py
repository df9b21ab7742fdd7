"""Pads the convolutions

en: With padding="same" your maps go 28, 14, 7 instead of 26, 13, 11, 5, 3. Both are sound designs,
but here 64 maps of 7×7 are flattened into 3,136 features instead of 576, and the network has
257,162 parameters, more than a network of your own may have. Leave padding out (Keras's default is
"valid"), or make the layers narrower.

ko: padding="same"을 주어 특징 맵의 크기가 26, 13, 11, 5, 3이 아니라 28, 14, 7로 이어집니다. 둘 다 쓸 만한
구조이지만, 이렇게 하면 7×7 특징 맵 64장이 576개가 아니라 3,136개의 특징으로 펼쳐져 파라미터가 모두 257,162개가
됩니다. 직접 설계한 신경망에 허용하는 수를 넘습니다. padding을 빼거나(Keras의 기본값은 "valid"입니다) 계층의 폭을
줄이세요.

lesson: 05-output-size#padding
"""

import keras
from keras import layers


def build_model():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, (3, 3), activation="relu", padding="same"),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu", padding="same"),
            layers.MaxPooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu", padding="same"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
