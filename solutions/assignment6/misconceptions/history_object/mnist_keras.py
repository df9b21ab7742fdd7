"""Returns the History object instead of its dict

en: fit returns a History, an object that holds the model, the parameters of the training, and what
was recorded. What is wanted is the record alone, the dict of lists in its attribute history: return
history.history.

ko: fit은 History 객체를 반환합니다. 여기에는 모델과 학습 설정, 기록이 함께 들어 있습니다. 필요한 것은 기록뿐이고,
그것은 history 속성에 있는 딕셔너리입니다. return history.history라고 쓰세요.

lesson: 13-keras#curves
"""

def train(model, images, labels, epochs):
    history = model.fit(images, labels, batch_size=64, epochs=epochs, validation_split=0.1, shuffle=False, verbose=0)
    return history
