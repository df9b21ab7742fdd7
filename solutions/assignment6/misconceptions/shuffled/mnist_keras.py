"""Lets fit shuffle the images

en: fit shuffles the images before every epoch unless told not to. Usually that is right. Here
whoever calls train has shuffled them already, and wants the training to be repeatable to the digit:
the grader trains on the same batches and compares. Pass shuffle=False.

ko: fit은 따로 지정하지 않으면 에포크마다 이미지를 섞습니다. 보통은 그것이 옳습니다. 그러나 여기서는 train을 부르는 쪽이
이미 섞어 두었고, 학습을 숫자 하나까지 똑같이 되풀이할 수 있어야 합니다. 채점기가 같은 배치로 학습해 결과를 견주기
때문입니다. shuffle=False를 주세요.

lesson: 13-keras#training
"""

def train(model, images, labels, epochs):
    history = model.fit(images, labels, batch_size=64, epochs=epochs, validation_split=0.1, verbose=0)
    return history.history
