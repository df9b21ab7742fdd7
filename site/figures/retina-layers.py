"""The layers of the retina: light passes them from one side, the signal comes back from the other."""

from cnnlab.lectures.drawing import Figure, arrow, label, line, pick, picture, rect
from cnnlab.messages import Language

RECEPTORS = "rcrrcrrcr"
LEFT, STEP = 56, 25
GANGLION, BIPOLAR, RECEPTOR = 40, 128, 222


def draw(language: Language) -> Figure:
    right = LEFT + STEP * len(RECEPTORS)
    middles = [LEFT + (place + 0.5) * STEP for place in range(len(RECEPTORS))]
    bipolars = [sum(middles[first : first + 3]) / 3 for first in (0, 3, 6)]
    centre = sum(bipolars) / 3
    parts = [
        label(24, 22, pick(language, "빛", "light"), "label title"),
        arrow(24, 36, 24, 300),
        arrow(centre + 26, GANGLION + 14, right + 4, GANGLION + 14),
        label(right + 10, GANGLION + 14, pick(language, "시신경으로", "to the optic nerve"), "small", "start"),
    ]
    for x in bipolars:
        parts.append(line([(centre, GANGLION + 28), (x, BIPOLAR)], "line"))
    for place, x in enumerate(middles):
        parts.append(line([(bipolars[place // 3], BIPOLAR + 30), (x, RECEPTOR)], "line"))
    parts += [
        rect(centre - 26, GANGLION, 52, 28, "bright"),
        rect(LEFT + 8, 92, right - LEFT - 16, 10, "warm"),
        *(rect(x - 15, BIPOLAR, 30, 30, "cool") for x in bipolars),
        rect(LEFT + 8, 186, right - LEFT - 16, 10, "warm"),
    ]
    for letter, x in zip(RECEPTORS, middles, strict=True):
        parts.append(rect(x - 5, RECEPTOR, 10, 74, "sunk") if letter == "r" else rect(x - 9, RECEPTOR, 18, 56, "good"))
    names = (
        (GANGLION - 18, pick(language, "신경절 세포", "ganglion cell"), centre, "middle"),
        (97, pick(language, "아마크린세포", "amacrine cells"), right + 10, "start"),
        (BIPOLAR + 15, pick(language, "쌍극세포", "bipolar cells"), right + 10, "start"),
        (191, pick(language, "수평세포", "horizontal cells"), right + 10, "start"),
        (RECEPTOR + 26, pick(language, "원추세포 (넓은 칸)", "cones (wide)"), right + 10, "start"),
        (RECEPTOR + 54, pick(language, "간상세포 (긴 칸)", "rods (long)"), right + 10, "start"),
    )
    parts += [label(x, y, words, "label", anchor) for y, words, x, anchor in names]
    alt = pick(
        language,
        "망막의 층. 빛은 위에서 들어와 신경절 세포와 쌍극세포의 층을 지나 맨 아래의 광수용세포에 닿는다. 신호는 거꾸로 올라간다. "
        f"그림에서는 광수용세포 {len(RECEPTORS)}개(간상세포 {RECEPTORS.count('r')}개, 원추세포 {RECEPTORS.count('c')}개)가 쌍극세포 {len(bipolars)}개로, "
        "다시 신경절 세포 하나로 모여 시신경으로 나간다. 층 사이에는 옆으로 뻗은 수평세포와 아마크린세포가 있다.",
        "The layers of the retina. Light enters at the top and passes ganglion and bipolar cells before it reaches the photoreceptors at the bottom. The signal travels back up: "
        f"{len(RECEPTORS)} photoreceptors ({RECEPTORS.count('r')} rods, {RECEPTORS.count('c')} cones) converge on {len(bipolars)} bipolar cells, and these on one ganglion cell, "
        "whose fibre joins the optic nerve. Horizontal and amacrine cells spread sideways between the layers.",
    )
    return Figure(picture(436, 310, *parts), alt)
