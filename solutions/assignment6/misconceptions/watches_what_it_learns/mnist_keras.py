"""Watches the very images that it learns from

en: You pass the training images as validation_data too. val_loss then says how well the network
knows what it has learned from, and goes on falling while it learns by heart. Images to watch must
be kept out of training. validation_split=0.1 takes the last tenth away and watches that.

ko: 학습에 쓰는 이미지를 validation_data로도 주었습니다. 그러면 val_loss는 이미 학습한 것을 얼마나 잘 아는지를 말할
뿐이고, 외우기만 해도 계속 내려갑니다. 지켜볼 이미지는 학습에서 빼야 합니다. validation_split=0.1은 마지막 10분의 1을
떼어 내어 그것으로 검증합니다.

lesson: 13-keras#validation
"""

def train(model, images, labels, epochs):
    history = model.fit(images, labels, batch_size=64, epochs=epochs, validation_data=(images, labels), shuffle=False, verbose=0)
    return history.history
