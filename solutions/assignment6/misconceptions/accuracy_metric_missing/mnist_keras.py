"""Compiles without the accuracy as a metric

en: You compile without metrics, so the model reports its loss alone, and the history has no
accuracy and no val_accuracy to draw. The loss is what training makes small; the accuracy is what
people ask for. Keras computes it only where it is named: metrics=["accuracy"].

ko: 지표를 지정하지 않고 컴파일해서 모델이 손실만 알려 줍니다. 그래서 기록에 accuracy와 val_accuracy가 없어 그래프를
그릴 수 없습니다. 손실은 학습이 줄이는 값이고, 사람이 알고 싶은 것은 정확도입니다. Keras는 이름을 적은 지표만 계산하니
metrics=["accuracy"]를 주세요.

lesson: 13-keras#compile
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
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
