"""Makes labels one-hot for a loss that wants whole numbers

en: to_categorical turns each label into a row of ten numbers, but the model is compiled with the
sparse loss, which wants the label itself, as a whole number. Keras reports that target and output
must have the same shape up until the last dimension. Hand the labels on as they come.

ko: to_categorical은 레이블마다 숫자 열 개를 만들지만, 모델은 레이블을 정수 그대로 받는 sparse 손실로 컴파일되어
있습니다. 그래서 Keras는 target과 output의 모양이 마지막 차원만 빼고 같아야 한다고 알립니다. 레이블을 받은 그대로
넘기세요.

lesson: 13-keras#training
"""

import keras


def train(model, images, labels, epochs):
    labels = keras.utils.to_categorical(labels, 10)
    history = model.fit(images, labels, batch_size=64, epochs=epochs, validation_split=0.1, shuffle=False, verbose=0)
    return history.history
