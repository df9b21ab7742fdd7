"""Holds nothing out to watch

en: Your fit learns from every image and watches none, so the history has no val_loss and no
val_accuracy. The loss on images that a network learns from goes down even while it merely learns
them by heart; only images that it never learns from show whether it gets better. Add
validation_split=0.1.

ko: 모든 이미지로 학습하고 지켜볼 이미지를 따로 두지 않아서, 기록에 val_loss와 val_accuracy가 없습니다. 학습하는
이미지의 손실은 신경망이 그것을 외우기만 해도 줄어듭니다. 정말 나아지고 있는지는 학습에 쓰지 않은 이미지로만 알 수
있습니다. validation_split=0.1을 더하세요.

lesson: 13-keras#validation
"""

def train(model, images, labels, epochs):
    history = model.fit(images, labels, batch_size=64, epochs=epochs, shuffle=False, verbose=0)
    return history.history
