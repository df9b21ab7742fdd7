"""Freezes the first convolution

en: The first convolution has trainable=False, so its filters stay as chance made them, and the
layers behind it have to make do with random patterns. Freezing is for layers that were trained
before, on other images. Nothing has been trained before here: leave trainable alone.

ko: 첫 컨볼루션에 trainable=False를 주어 필터가 무작위로 정해진 그대로 남습니다. 뒤의 계층은 아무렇게나 생긴 무늬에
의존할 수밖에 없습니다. 동결은 다른 이미지로 미리 학습해 둔 계층에 쓰는 방법입니다. 여기에는 미리 학습한 것이 없으니
trainable을 건드리지 마세요.

lesson: 04-filters#learning
"""

_lectures_model = build_model


def build_model():
    model = _lectures_model()
    model.layers[0].trainable = False
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
