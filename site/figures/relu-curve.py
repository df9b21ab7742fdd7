"""ReLU and the sigmoid: one is bent at 0, the other levels off at both ends."""

from cnnlab.lectures.computing.activating import relu, sigmoid
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture
from cnnlab.messages import Language

REACH, UNIT = 4, 44
LEFT, FLOOR = 16.0, 204.0


def place(x: float, y: float) -> tuple[float, float]:
    return LEFT + (x + REACH) * UNIT, FLOOR - y * UNIT


def draw(language: Language) -> Figure:
    steps = [step / 10 for step in range(-10 * REACH, 10 * REACH + 1)]
    parts = [
        line([place(-REACH, 0), place(REACH, 0)], "axis"),
        line([place(0, -0.1), place(0, REACH)], "axis"),
        *(line([place(x, -0.07), place(x, 0.07)], "axis") for x in (-4, -2, 2, 4)),
        *(label(place(x, 0)[0], FLOOR + 16, number(x), "small") for x in (-4, -2, 0, 2, 4)),
        *(label(place(0, 0)[0] - 14, place(0, y)[1], number(y), "small") for y in (1, 2, 3)),
        line([place(x, sigmoid(x)) for x in steps], "line-warm"),
        line([place(x, relu(x)) for x in steps if x <= REACH - 0.1], "line-cool"),
        label(place(2.1, 0)[0], place(0, 3)[1], "ReLU", "label title", "end"),
        label(place(3.1, 0)[0], place(0, 1.3)[1], pick(language, "시그모이드", "sigmoid"), "label title"),
    ]
    ends = f"{sigmoid(-REACH):.3f}", f"{sigmoid(REACH):.3f}"
    alt = pick(
        language,
        f"x가 −{REACH}부터 {REACH}까지일 때 두 함수의 그래프. ReLU는 0 왼쪽에서 줄곧 0이고 오른쪽에서는 기울기가 1인 직선이다. "
        f"점선인 시그모이드는 {ends[0]}에서 서서히 올라 {ends[1]}에 이르며, x = 0에서의 값은 {number(sigmoid(0))}이다.",
        f"Two functions for x from −{REACH} to {REACH}. ReLU is 0 all the way to the left of 0 and a straight line of slope 1 to its right. "
        f"The sigmoid, dashed, rises slowly from {ends[0]} through {number(sigmoid(0))} at x = 0 to {ends[1]}.",
    )
    return Figure(picture(2 * LEFT + 2 * REACH * UNIT, 232, *parts), alt)
