"""Does not compile the model

en: Your model is built but not compiled, and fit does not know yet how to train it: You must call
compile() before using the model. Compiling ties three things to a model: the loss that is to become
small, the optimiser that makes it small, and the metrics to report. Call model.compile(…) before
you return the model.

ko: 모델을 만들었지만 컴파일하지 않았습니다. 그래서 fit이 어떻게 학습해야 할지 알지 못합니다(You must call compile()
before using the model). 컴파일은 모델에 세 가지를 정해 주는 일입니다. 줄여야 할 손실 함수, 그것을 줄이는 옵티마이저,
알려 줄 지표입니다. 모델을 반환하기 전에 model.compile(…)을 호출하세요.

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
    return model
