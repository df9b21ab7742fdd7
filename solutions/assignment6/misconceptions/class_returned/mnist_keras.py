"""Returns a class where a model is due

en: build_model returns a class. A class is only the plan of a network: it has no layers and no
weights before it is called. Make a model of it (with the parentheses), compile that model, and
return it.

ko: build_model이 클래스를 반환합니다. 클래스는 신경망의 설계도일 뿐이어서, 호출하기 전에는 계층도 가중치도 없습니다.
괄호를 붙여 호출해 모델을 만들고, 그 모델을 컴파일해서 반환하세요.

lesson: 13-keras#model
"""

import keras

_lectures_model = build_model


class DigitReader(keras.Sequential):
    def __init__(self):
        super().__init__(_lectures_model().layers)


def build_model():
    return DigitReader
