"""Trains a model of its own instead of the one it is given

en: train builds a new model and trains that. The model that it was given stays as it was, and the
new one is lost as soon as train returns: only its history is left. Leave build_model to whoever
calls, and fit the model in the argument.

ko: train 안에서 모델을 새로 만들어 그것을 학습합니다. 인수로 받은 모델은 그대로이고, 새 모델은 train이 끝나면 사라져
기록만 남습니다. build_model은 train을 부르는 쪽에 맡기고, 인수로 받은 모델에 fit을 부르세요.

lesson: 13-keras#training
"""

def train(model, images, labels, epochs):
    model = build_model()
    history = model.fit(images, labels, batch_size=64, epochs=epochs, validation_split=0.1, shuffle=False, verbose=0)
    return history.history
