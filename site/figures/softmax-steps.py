"""From logits to probabilities: four scores, their powers of e, and the shares of these."""

import math

from cnnlab.lectures.computing.answering import softmax
from cnnlab.lectures.drawing import Figure, arrow, label, line, number, pick, picture, rect
from cnnlab.messages import Language

LOGITS = (2.1, 0.0, -0.5, -1.0)
NAMES = (("자동차", "car"), ("보행자", "pedestrian"), ("자전거", "bicycle"), ("신호등", "traffic light"))
TOP, STEP = 44, 46
ZERO, UNIT = 128, 18
POWERS, SHARES, WIDE = 228, 330, 64


def draw(language: Language) -> Figure:
    shares = softmax(LOGITS)
    names = [pick(language, *each) for each in NAMES]
    bottom = TOP + STEP * len(LOGITS)
    parts = [
        label(ZERO + 8, 14, pick(language, "로짓 z", "logit z"), "label title"),
        label(POWERS, 14, "eᶻ", "label title"),
        label(SHARES + 30, 14, pick(language, "확률", "probability"), "label title"),
        line([(ZERO, TOP - 8), (ZERO, bottom - 8)], "axis"),
        line([(SHARES, TOP - 8), (SHARES, bottom - 8)], "axis"),
    ]
    for row, (name, logit, share) in enumerate(zip(names, LOGITS, shares, strict=True)):
        y = TOP + row * STEP
        left, wide = min(0.0, logit) * UNIT + ZERO, abs(logit) * UNIT
        parts.append(label(6, y + 13, name, "label", "start"))
        if wide:
            parts.append(rect(left, y, wide, 26, "cool" if logit > 0 else "warm"))
        parts += [
            label(ZERO + max(0.0, logit) * UNIT + 6, y + 13, number(logit), "label", "start"),
            label(POWERS, y + 13, f"{math.exp(logit):.2f}", "label"),
            rect(SHARES, y, share * WIDE, 26, "bright"),
            label(SHARES + share * WIDE + 6, y + 13, f"{share:.3f}", "label", "start"),
        ]
    total = sum(math.exp(each) for each in LOGITS)
    parts += [
        label(POWERS, bottom + 10, pick(language, f"합 {total:.2f}", f"sum {total:.2f}"), "label title"),
        label(SHARES + 30, bottom + 10, pick(language, "합 1", "sum 1"), "label title"),
        arrow(POWERS + 36, TOP + 13, SHARES - 12, TOP + 13),
        label(POWERS + 66, TOP - 4, f"÷ {total:.2f}", "small"),
    ]
    told = ", ".join(
        pick(
            language,
            f"{name}의 로짓은 {number(z)}, 확률은 {p:.3f}",
            f"{name} has the logit {number(z)} and the probability {p:.3f}",
        )
        for name, z, p in zip(names, LOGITS, shares, strict=True)
    )
    alt = pick(
        language,
        f"네 클래스의 막대. {told}이다. 로짓은 0의 양쪽으로 뻗지만, 거듭제곱은 모두 양수이고 합이 {total:.2f}이며, 확률의 합은 1이다.",
        f"Bars for four classes: {told}. Logits extend to both sides of 0; the powers are all positive and add up to {total:.2f}, "
        "the probabilities to 1.",
    )
    return Figure(picture(436, bottom + 26, *parts), alt)
