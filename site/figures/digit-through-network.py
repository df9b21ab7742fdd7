"""A test digit on its way through the really trained network (data/train.py): some feature maps of conv1, and ten probabilities."""

import json
from pathlib import Path

from cnnlab.lectures.computing.activating import rectified
from cnnlab.lectures.computing.answering import softmax
from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.drawing import Figure, label, pick, picture, rect
from cnnlab.lectures.greys import greys
from cnnlab.messages import Language
from cnnlab.networks.digits import MEAN, STD

READ = json.loads((Path(__file__).parent / "data" / "digit-through-network.json").read_text(encoding="utf-8"))
SHOWN, SIZE = 8, 3
MAP = 2


def draw(language: Language) -> Figure:
    image = [[(value / 255 - MEAN) / STD for value in row] for row in READ["image"]]
    maps = []
    for kernel, bias in zip(READ["weight"], READ["bias"], strict=True):
        summed = correlated(image, kernel)
        maps.append(rectified([[value + bias for value in row] for row in summed]))
    order = sorted(range(len(maps)), key=lambda each: -max(map(max, maps[each])))[:SHOWN]
    parts = [
        label(10, 14, pick(language, "입력 28×28", "input, 28×28"), "label title", "start"),
        greys(READ["image"], 10, 30, SIZE),
        label(150, 14, pick(language, "conv1의 맵 8개", "eight maps of conv1"), "label title", "start"),
    ]
    for place, each in enumerate(order):
        parts.append(greys(maps[each], 150 + place % 4 * 62, 30 + place // 4 * 62, MAP))
    probabilities = softmax(READ["logits"])
    best = max(range(10), key=lambda digit: probabilities[digit])
    parts.append(label(10, 178, pick(language, "확률", "probabilities"), "label title", "start"))
    for digit, probability in enumerate(probabilities):
        y = 200 + digit * 20
        parts += [
            label(20, y, str(digit), "label"),
            rect(36, y - 7, max(probability, 0.001) * 280, 14, "bright"),
            label(326, y, f"{100 * probability:.2f} %", "small", "start"),
        ]
    numbers = ", ".join(str(each + 1) for each in order)
    alt = pick(
        language,
        f"손으로 쓴 {READ['digit']}의 시험 이미지, conv1의 특징 맵 {len(maps)}개 가운데 가장 강하게 반응한 {SHOWN}개({numbers}번), 숫자마다의 확률. 맵마다 획의 다른 에지가 "
        f"밝다. 신경망은 {best}에 가장 큰 확률 {100 * probabilities[best]:.2f} %를 준다.",
        f"A test image of a handwritten {READ['digit']}, those {SHOWN} of the {len(maps)} feature maps of conv1 that respond most strongly (numbers {numbers}), and the probability of every digit. "
        f"Different maps show different edges of the strokes. The network answers {best}, with a probability of {100 * probabilities[best]:.2f} %.",
    )
    return Figure(picture(420, 400, *parts), alt)
