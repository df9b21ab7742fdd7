"""Trains for five epochs, whatever was asked

en: Your fit always runs for the five epochs of the lecture and never looks at the argument epochs.
Whoever asks for one epoch waits five times as long and gets another network and a longer history.
Pass it on: epochs=epochs.

ko: epochs 인수를 보지 않고 언제나 강의에 나온 대로 다섯 에포크를 학습합니다. 한 에포크를 부탁해도 다섯 배를 기다려야
하고, 다른 신경망과 더 긴 기록을 받게 됩니다. epochs=epochs로 넘기세요.

lesson: 13-keras#training
"""

def train(model, images, labels, epochs):
    history = model.fit(images, labels, batch_size=64, epochs=5, validation_split=0.1, shuffle=False, verbose=0)
    return history.history
