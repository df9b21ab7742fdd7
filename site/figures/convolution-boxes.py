"""Two boxes of width 1: one moves over the other; their convolution at each shift is the area they share."""

from cnnlab.lectures.computing.correlating import box_overlap
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture, rect
from cnnlab.messages import Language

SHIFTS = (-0.7, 0.0, 0.4)
UNIT, HEIGHT, PANEL = 46, 46, 136


def panel(left: float, shift: float, area: float, language: Language) -> list[str]:
    middle, floor = left + PANEL / 2 - 2, 84.0
    parts = [
        line([(left + 4, floor), (left + PANEL - 8, floor)], "axis"),
        rect(middle - UNIT / 2, floor - HEIGHT, UNIT, HEIGHT, "cool"),
    ]
    begin, end = max(-0.5, shift - 0.5), min(0.5, shift + 0.5)
    if end > begin:
        parts.append(rect(middle + begin * UNIT, floor - HEIGHT, (end - begin) * UNIT, HEIGHT, "bright"))
    parts += [
        rect(middle + (shift - 0.5) * UNIT, floor - HEIGHT, UNIT, HEIGHT, "frame"),
        label(middle, 14, f"t = {number(shift)}", "label title"),
        label(middle, 102, pick(language, f"넓이 {number(area)}", f"area {number(area)}"), "label"),
    ]
    return parts


def draw(language: Language) -> Figure:
    areas = [box_overlap(shift) for shift in SHIFTS]
    parts: list[str] = []
    for place, (shift, area) in enumerate(zip(SHIFTS, areas, strict=True)):
        parts += panel(6 + place * PANEL, shift, area, language)
    middle, floor, unit, height = 206.0, 240.0, 120.0, 84.0
    curve = [(middle + step / 20 * unit, floor - box_overlap(step / 20, steps=400) * height) for step in range(-32, 33)]
    parts += [
        line([(10, floor), (404, floor)], "axis"),
        line([(middle, floor + 4), (middle, 140)], "axis"),
        line(curve, "line-cool"),
        *(label(middle + x * unit, floor + 16, number(x), "small") for x in (-1, 0, 1)),
        label(middle - 10, 146, "1", "small"),
        label(396, floor + 16, "t", "label"),
        label(12, 146, pick(language, "겹친 넓이", "area in common"), "label title", "start"),
    ]
    for shift, area in zip(SHIFTS, areas, strict=True):
        parts.append(rect(middle + shift * unit - 4, floor - area * height - 4, 8, 8, "ink"))
    seen = ", ".join(
        pick(language, f"t = {number(s)}일 때 {number(a)}", f"{number(a)} at t = {number(s)}")
        for s, a in zip(SHIFTS, areas, strict=True)
    )
    alt = pick(
        language,
        f"너비와 높이가 1인 상자 위로 같은 상자가 지나간다. 겹친 넓이는 {seen}이다. "
        "아래의 그래프에서 넓이는 t = −1의 0에서 t = 0의 1까지 곧게 올라갔다가 t = 1의 0까지 곧게 내려온다.",
        f"A box of width and height 1 passes over another like it. The area they share is {seen}. "
        "In the graph below, the area rises in a straight line from 0 at t = −1 to 1 at t = 0, and falls back to 0 at t = 1.",
    )
    return Figure(picture(412, 266, *parts), alt)
