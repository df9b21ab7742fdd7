"""Watches the test set while it trains

en: Your train loads the test set to watch the training by, as the lecture's listing did. There is
no such file here, and it should not be needed. Whoever looks at the test set after every epoch
chooses by it: when to stop, which network to keep. Then it is no longer a test of images that
nobody has seen. Hold out a part of the training images, validation_split=0.1, and leave the test
set for the very end.

ko: 강의의 코드처럼 train 안에서 시험 데이터를 불러와 검증에 쓰고 있습니다. 여기에는 그런 파일이 없고 필요하지도 않습니다.
에포크마다 시험 데이터를 보면 언제 멈출지, 어느 신경망을 남길지를 그것으로 고르게 됩니다. 그러면 더는 아무도 보지 못한
이미지로 치르는 시험이 아닙니다. validation_split=0.1로 훈련 이미지의 일부를 떼어 두고, 시험 데이터는 맨 마지막에만 쓰세요.

lesson: 13-keras#validation
"""

import numpy as np


def train(model, images, labels, epochs):
    with np.load("mnist.npz") as file:
        test = file["x_test"][..., np.newaxis] / 255, file["y_test"]
    history = model.fit(images, labels, batch_size=64, epochs=epochs, validation_data=test, shuffle=False, verbose=0)
    return history.history
