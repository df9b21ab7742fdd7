"""A filter for vertical edges on a hand-drawn seven."""

from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.computing.strokes import SEVEN, drawn
from cnnlab.lectures.drawing import Figure, arrow, label, number, pick, picture
from cnnlab.lectures.shading import shades
from cnnlab.messages import Language

KERNEL = [[-1, 0, 1]] * 3
PIXELS, SIZE = 16, 11


def draw(language: Language) -> Figure:
    image = drawn(SEVEN, PIXELS)
    found = correlated(image, KERNEL)
    values = [value for row in found for value in row]
    parts = [
        label(10 + PIXELS * SIZE / 2, 14, pick(language, "이미지 16×16", "image, 16×16"), "label title"),
        shades(image, 10, 30, SIZE),
        arrow(194, 118, 230, 118),
        label(240 + 7 * SIZE, 14, pick(language, "특징 맵 14×14", "feature map, 14×14"), "label title"),
        shades(found, 240, 30 + SIZE, SIZE, "bright"),
    ]
    alt = pick(
        language,
        "펜으로 그은 듯한 숫자 7의 이미지와, 수직 에지 필터를 적용한 특징 맵. 비스듬한 획의 왼쪽 가장자리를 따라 양수가, 오른쪽 가장자리를 따라 음수가 "
        f"나타난다. 위쪽 가로획은 두 끝에서만 반응한다. 값은 {number(min(values))}부터 {number(max(values))}까지이다.",
        "A seven as if drawn by a pen, and its feature map for a filter of vertical edges. Positive values run along the left side of the slanted "
        "stroke, negative ones along its right side; the horizontal stroke at the top responds only at its two ends. "
        f"Values range from {number(min(values))} to {number(max(values))}.",
    )
    return Figure(picture(404, 216, *parts), alt)
