"""Pools only once

en: There is no pooling behind your second convolution, so the third sees 11×11 maps and leaves 9×9:
64·9·9 = 5,184 features instead of 576. The first Dense layer then has 331,840 parameters, and the
network more than one of your own may have. Pooling has no parameters, and yet it is what keeps the
Dense layers behind it small. Pool after the first and the second convolution.

ko: 두 번째 컨볼루션 뒤에 풀링이 없어서 세 번째 컨볼루션에 11×11 특징 맵이 들어가고 9×9가 나옵니다. 특징이 576개가
아니라 64·9·9 = 5,184개입니다. 첫 Dense 계층의 파라미터만 331,840개여서, 직접 설계한 신경망에 허용하는 수를 넘습니다.
풀링에는 파라미터가 없지만, 뒤따르는 Dense 계층을 작게 유지해 주는 것이 바로 풀링입니다. 첫 번째와 두 번째 컨볼루션 뒤에
모두 넣으세요.

lesson: 11-architecture#shapes
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
            layers.Conv2D(64, (3, 3), activation="relu"),
            layers.Flatten(),
            layers.Dense(64, activation="relu"),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
