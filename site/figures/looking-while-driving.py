"""How far a car travels before the network has answered, at three speeds and for three times."""

from cnnlab.lectures.computing.driving import travelled
from cnnlab.lectures.drawing import Figure, label, line, pick, picture, rect
from cnnlab.messages import Language

SPEEDS, TIMES = (30, 60, 100), (0.03, 0.1, 0.3)
LEFT, UNIT, TOP, STEP, BAR = 92, 34, 34, 78, 18
KINDS = ("cool", "bright", "warm")


def draw(language: Language) -> Figure:
    parts = [
        label(
            LEFT,
            12,
            pick(language, "답을 기다리는 동안 달린 거리", "distance travelled before the answer"),
            "label title",
            "start",
        ),
        line([(LEFT, TOP - 6), (LEFT, TOP + STEP * len(SPEEDS) - 12)], "axis"),
    ]
    told = []
    for row, speed in enumerate(SPEEDS):
        y = TOP + row * STEP
        parts.append(label(LEFT - 8, y + 1.5 * BAR, f"{speed} km/h", "label", "end"))
        listed = []
        for place, (time, kind) in enumerate(zip(TIMES, KINDS, strict=True)):
            metres = travelled(speed, time)
            top = y + place * BAR
            parts += [
                rect(LEFT, top, metres * UNIT, BAR - 3, kind),
                label(LEFT + metres * UNIT + 6, top + BAR / 2 - 1, f"{metres:.1f} m", "small", "start"),
            ]
            listed.append(pick(language, f"{time:g}초에 {metres:.1f} m", f"{metres:.1f} m in {time:g} s"))
        told.append(pick(language, f"{speed} km/h이면 {', '.join(listed)}", f"{', '.join(listed)} at {speed} km/h"))
    bottom = TOP + STEP * len(SPEEDS)
    for place, (time, kind) in enumerate(zip(TIMES, KINDS, strict=True)):
        x = LEFT + place * 100
        parts += [
            rect(x, bottom, 14, 14, kind),
            label(x + 20, bottom + 7, pick(language, f"{time:g}초", f"{time:g} s"), "small", "start"),
        ]
    alt = pick(
        language,
        f"속도마다 막대가 세 개인 그래프. 달린 거리는 {'; '.join(told)}이다.",
        f"Three bars for each speed. The car travels {'; '.join(told)}.",
    )
    return Figure(picture(436, bottom + 22, *parts), alt)
