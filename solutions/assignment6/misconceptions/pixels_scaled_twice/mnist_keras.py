"""Divides the pixels by 255 once more

en: The images come with values between 0 and 1 already, and your train divides them by 255 again.
The brightest pixel is then 0.004, all images look almost black, the network learns slowly, and what
it has learned does not fit the images it is measured on. Scale in one place only, where the images
are loaded.

ko: 이미지의 값은 이미 0과 1 사이인데 train에서 255로 또 나눕니다. 그러면 가장 밝은 픽셀도 0.004가 되어 모든 이미지가
거의 검게 보입니다. 학습이 느려지고, 학습한 것이 평가에 쓰는 이미지와도 맞지 않습니다. 크기 조정은 이미지를 불러오는 곳에서
한 번만 하세요.

lesson: 13-keras#data
"""

def train(model, images, labels, epochs):
    history = model.fit(images / 255.0, labels, batch_size=64, epochs=epochs, validation_split=0.1, shuffle=False, verbose=0)
    return history.history
