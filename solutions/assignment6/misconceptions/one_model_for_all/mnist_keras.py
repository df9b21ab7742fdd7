"""Returns the same model every time

en: Your model is made once, when the file is imported, and build_model hands out that same one
every time. Whoever asks for a second model gets the first, with the weights it has learned and the
running means of its optimiser, and a training that should begin afresh goes on where the last one
ended. Build the model inside build_model.

ko: 파일을 불러올 때 모델을 한 번 만들어 두고, build_model은 매번 그 모델을 반환합니다. 모델을 새로 만들어도 이미
학습한 가중치와 옵티마이저의 이동 평균이 그대로 남은 처음 모델을 받게 되고, 처음부터 시작해야 할 학습이 지난번 학습에
이어집니다. 모델은 build_model 안에서 만드세요.

lesson: 13-keras#model
"""

_model = build_model()


def build_model():
    return _model
