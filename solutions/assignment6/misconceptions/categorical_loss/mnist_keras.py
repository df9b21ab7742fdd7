"""Compiles with the loss for one-hot labels

en: categorical_crossentropy expects a row of ten numbers for each label, with a single 1 in it
(one-hot). The labels here are whole numbers from 0 to 9, and Keras reports that shapes such as (64,
1) and (64, 10) do not fit. The two losses compute the same; they differ only in how labels are
written. Take sparse_categorical_crossentropy.

ko: categorical_crossentropy는 레이블마다 하나만 1이고 나머지는 0인 숫자 열 개(원-핫)를 기대합니다. 여기서 레이블은
0부터 9까지의 정수라서 Keras는 (64, 1)과 (64, 10) 같은 모양이 맞지 않는다고 알립니다. 두 손실은 계산하는 값이 같고
레이블을 적는 방식만 다릅니다. sparse_categorical_crossentropy를 쓰세요.

lesson: 13-keras#compile
"""

_lectures_model = build_model


def build_model():
    model = _lectures_model()
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
