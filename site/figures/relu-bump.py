"""Three ReLUs with different thresholds, and their sum: a bump that no straight line can be."""

from cnnlab.lectures.computing.activating import bump, relu
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture
from cnnlab.messages import Language

TERMS = (("ReLU(x + 1)", 1, 1), ("−2 ReLU(x)", -2, 0), ("ReLU(x − 1)", 1, -1))
UNIT = 24.0


def draw(language: Language) -> Figure:
    steps = [step / 4 for step in range(-8, 9)]
    parts: list[str] = []
    for column, (words, factor, offset) in enumerate(TERMS):
        middle, floor = 70 + column * 135.0, 112.0
        values = [(x, factor * relu(x + offset)) for x in steps]
        shown = [(middle + x * UNIT, floor - y * UNIT) for x, y in values if abs(y) <= 3]
        parts += [
            label(middle, 14, words, "label title"),
            line([(middle - 52, floor), (middle + 52, floor)], "axis"),
            line([(middle, floor - 74), (middle, floor + 74)], "axis"),
            line(shown, "line-cool"),
        ]
    middle, floor = 205.0, 300.0
    parts += [
        label(middle, 210, pick(language, "세 함수의 합", "the sum of all three"), "label title"),
        line([(20, floor), (390, floor)], "axis"),
        line([(middle, 226), (middle, floor + 4)], "axis"),
        line([(middle + x * 80, floor - bump(x) * 60) for x in steps], "line-cool"),
        *(label(middle + x * 80, floor + 16, number(x), "small") for x in (-2, -1, 0, 1, 2)),
        label(middle + 12, floor - 64, number(bump(0)), "small"),
    ]
    seen = ", ".join(f"({number(x)}, {number(bump(x))})" for x in (-2, -1, 0, 1, 2))
    alt = pick(
        language,
        "ReLU(x + 1), −2 ReLU(x), ReLU(x − 1)의 그래프. 저마다 한 번씩 꺾인다. "
        f"셋을 더한 그래프는 점 {seen}을 잇는 꺾은선으로, 가운데만 솟은 삼각형 봉우리이다.",
        "The graphs of ReLU(x + 1), −2 ReLU(x) and ReLU(x − 1), each bent once. "
        f"Their sum joins the points {seen} by straight pieces: a triangular bump in the middle, and 0 on both sides.",
    )
    return Figure(picture(410, 328, *parts), alt)
