"""The loss of one image against the probability of the right class: minus its logarithm."""

import math

from cnnlab.lectures.computing.answering import cross_entropy
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture, rect
from cnnlab.messages import Language

POINTS = (0.01, 0.1, 0.5, 0.8)
LEFT, FLOOR, WIDE, UNIT = 44, 210, 316, 36


def loss(probability: float) -> float:
    """Two classes whose logits are the logarithms of the probabilities."""
    return cross_entropy((math.log(probability), math.log(1 - probability)), 0)


def draw(language: Language) -> Figure:
    curve = [(LEFT + step / 500 * WIDE, FLOOR - loss(step / 500) * UNIT) for step in range(4, 500)]
    parts = [
        label(6, 12, pick(language, "손실 −ln p", "loss −ln p"), "label title", "start"),
        label(
            LEFT + WIDE / 2,
            FLOOR + 40,
            pick(language, "정답 클래스의 확률 p", "probability p of the right class"),
            "label title",
        ),
        line([(LEFT, 24), (LEFT, FLOOR), (LEFT + WIDE, FLOOR)], "axis"),
        *(label(LEFT - 10, FLOOR - each * UNIT, str(each), "small", "end") for each in range(6)),
        *(label(LEFT + each / 2 * WIDE, FLOOR + 16, number(each / 2), "small") for each in range(3)),
        line(curve, "line-cool"),
    ]
    told = []
    for probability in POINTS:
        found = loss(probability)
        x, y = LEFT + probability * WIDE, FLOOR - found * UNIT
        parts += [
            rect(x - 4, y - 4, 8, 8, "ink"),
            label(x + 12, y - 10, f"p = {number(probability)}: {found:.2f}", "label", "start"),
        ]
        told.append(
            pick(language, f"p가 {number(probability)}이면 {found:.2f}", f"{found:.2f} for p = {number(probability)}")
        )
    alt = pick(
        language,
        f"정답 클래스의 확률에 따른 손실의 곡선. p가 1이면 손실이 0이고, 0에 가까워질수록 가파르게 커진다. 손실은 {', '.join(told)}이다.",
        f"The curve of the loss against the probability of the right class. It is 0 at p = 1 and climbs ever more steeply towards p = 0: {', '.join(told)}.",
    )
    return Figure(picture(436, FLOOR + 54, *parts), alt)
