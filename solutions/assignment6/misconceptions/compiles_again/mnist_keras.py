"""Compiles the model again in train

en: train compiles the model that it is given. Whatever it was compiled with, its optimiser with all
that it has gathered and its learning rate, is thrown away, and training that goes on later begins
with an Adam that knows nothing. Compile once, in build_model, and let train only fit.

ko: train에서 받은 모델을 다시 컴파일합니다. 그러면 원래 컴파일할 때 정한 옵티마이저와 학습률, 그동안 쌓인 이동 평균이
모두 버려지고, 학습을 이어 갈 때마다 아무것도 모르는 Adam에서 시작합니다. 컴파일은 build_model에서 한 번만 하고,
train은 fit만 부르세요.

lesson: 13-keras#compile
"""

def train(model, images, labels, epochs):
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(images, labels, batch_size=64, epochs=epochs, validation_split=0.1, shuffle=False, verbose=0)
    return history.history
