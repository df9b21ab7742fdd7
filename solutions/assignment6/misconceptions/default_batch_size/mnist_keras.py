"""Takes batches of 32

en: You leave batch_size out, and Keras then takes 32 images at a time. Each batch is one step of
the optimiser, so your network takes twice as many steps, along gradients that are noisier, and ends
up elsewhere than it should. Pass batch_size=64.

ko: batch_size를 지정하지 않아 Keras가 이미지를 32장씩 나눕니다. 배치 하나마다 옵티마이저가 한 걸음씩 움직이므로,
잡음이 더 많은 기울기를 따라 두 배나 많은 걸음을 걷고 다른 곳에 이릅니다. batch_size=64를 주세요.

lesson: 13-keras#training
"""

def train(model, images, labels, epochs):
    history = model.fit(images, labels, epochs=epochs, validation_split=0.1, shuffle=False, verbose=0)
    return history.history
