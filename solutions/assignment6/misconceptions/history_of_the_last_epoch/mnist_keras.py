"""Calls fit once for each epoch and keeps the last history

en: You call fit once for each epoch. The model goes on learning, that much is right, but every call
begins a history of its own, and what you return is the last one, with one number in each list. Let
fit count the epochs, epochs=epochs: its history then has a number for each.

ko: 에포크마다 fit을 따로 부릅니다. 모델은 이어서 학습하니 여기까지는 괜찮지만, fit을 부를 때마다 기록이 새로 시작됩니다.
그래서 반환하는 것은 리스트마다 숫자가 하나뿐인 마지막 기록입니다. epochs=epochs로 fit에 맡기면 기록에 에포크마다 숫자가
남습니다.

lesson: 13-keras#curves
"""

def train(model, images, labels, epochs):
    for _ in range(epochs):
        history = model.fit(images, labels, batch_size=64, validation_split=0.1, shuffle=False, verbose=0)
    return history.history
