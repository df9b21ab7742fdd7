"""Pools by the mean where the maximum is due

en: Your network uses AveragePooling2D. The lecture's takes the maximum of each window: it asks
whether a pattern is found anywhere in it, and one strong response is enough, whereas a mean waters
it down with the three places around it. Neither has parameters, so the count does not give it away.
Use MaxPooling2D.

ko: AveragePooling2D로 풀링하고 있습니다. 강의의 신경망은 윈도우의 최댓값을 씁니다. 맥스 풀링은 무늬가 윈도우 안
어디에든 있는지를 묻기 때문에 강한 반응 하나면 충분하지만, 평균을 내면 주변의 세 값과 섞여 반응이 묽어집니다. 어느 쪽에도
파라미터가 없어서 파라미터 수로는 드러나지 않습니다. MaxPooling2D를 쓰세요.

lesson: 07-pooling#max-pooling
"""

import keras
from keras import layers


def build_model():
    model = keras.Sequential(
        [
            layers.Input((28, 28, 1)),
            layers.Conv2D(32, (3, 3), activation="relu"),
            layers.AveragePooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu"),
            layers.AveragePooling2D((2, 2)),
            layers.Conv2D(64, (3, 3), activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
