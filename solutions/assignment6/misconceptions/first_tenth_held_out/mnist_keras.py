"""Holds out the first tenth instead of the last

en: You cut the first tenth off to watch and learn from the rest. As a way of validating that is as
good as any, but it is not what was agreed: validation_split=0.1 takes the last tenth. The grader
learns from the first nine tenths too, and compares where your train arrives.

ko: 앞에서 10분의 1을 떼어 검증에 쓰고 나머지로 학습합니다. 검증하는 방법으로는 나쁘지 않지만 약속과 다릅니다.
validation_split=0.1은 마지막 10분의 1을 뗍니다. 채점기도 앞의 10분의 9로 학습해, 여러분의 train이 이른 곳과
견줍니다.

lesson: 13-keras#validation
"""

def train(model, images, labels, epochs):
    held = len(images) - int(0.9 * len(images))
    watched = images[:held], labels[:held]
    history = model.fit(images[held:], labels[held:], batch_size=64, epochs=epochs, validation_data=watched, shuffle=False, verbose=0)
    return history.history
