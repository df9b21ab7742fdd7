"""Makes the first Dense layer four times as wide

en: Your first Dense layer has 256 units where the lecture's has 64: 576·256 + 256 = 147,712
parameters in this layer alone, and 206,026 in the network. A network of your own may have 150,000.
Most parameters of a CNN sit where the feature maps meet the first Dense layer, so that is the place
to be thrifty.

ko: 첫 Dense 계층의 뉴런이 256개입니다. 강의의 신경망은 64개입니다. 이 계층에만 576·256 + 256 = 147,712개의
파라미터가 있고 신경망 전체는 206,026개입니다. 직접 설계한 신경망에 허용하는 수는 150,000개입니다. CNN의 파라미터는
대부분 특징 맵이 첫 Dense 계층과 만나는 곳에 있으니, 아낄 곳도 바로 여기입니다.

lesson: 08-fully-connected#parameters
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
            layers.Dense(256, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
