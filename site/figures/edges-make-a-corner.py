"""A drawn seven, two feature maps of a first layer, and the corner that a second layer finds in them."""

from cnnlab.lectures.computing.combining import combined
from cnnlab.lectures.computing.strokes import SEVEN, drawn
from cnnlab.lectures.drawing import Figure, arrow, label, pick, picture
from cnnlab.lectures.shading import shades
from cnnlab.messages import Language

PIXELS, SIZE = 14, 8


def draw(language: Language) -> Figure:
    image = drawn(SEVEN, PIXELS, 0.8)
    found = combined(image)
    side, inner, last = PIXELS * SIZE, len(found.level) * SIZE, len(found.corner) * SIZE
    parts = [
        label(10 + side / 2, 104, pick(language, "이미지", "image"), "label title"),
        shades(image, 10, 118, SIZE),
        arrow(128, 160, 158, 120),
        arrow(128, 188, 158, 228),
        label(166 + inner / 2, 14, pick(language, "가로획", "horizontal bar"), "label title"),
        shades(found.level, 166, 28, SIZE, "bright"),
        label(166 + inner / 2, 196, pick(language, "빗금", "slanted stroke"), "label title"),
        shades(found.slanted, 166, 210, SIZE, "bright"),
        arrow(270, 120, 300, 160),
        arrow(270, 228, 300, 188),
        label(308 + last / 2, 120, pick(language, "꺾인 곳", "corner"), "label title"),
        shades(found.corner, 308, 134, SIZE, "bright"),
    ]
    places = [
        (value, row, column)
        for row, values in enumerate(found.corner)
        for column, value in enumerate(values)
        if value > 0
    ]
    _, row, column = max(places)
    alt = pick(
        language,
        "숫자 7을 그린 이미지에서 특징 맵 두 장이 나온다. 위의 맵은 가로획을 따라, 아래의 맵은 빗금을 따라 크다. 두 맵을 합친 둘째 계층의 맵에서는 "
        f"100칸 가운데 {len(places)}칸만 0보다 크고, 가장 큰 값은 {row}행 {column}열, 곧 오른쪽 위의 꺾인 곳에 있다.",
        "From the image of a seven come two feature maps: the upper is large along the horizontal bar, the lower along the slanted stroke. "
        f"In the map of the second layer, made from both, only {len(places)} of 100 values are above 0, and the largest, "
        f"in row {row} and column {column}, lies at the corner at the upper right.",
    )
    return Figure(picture(400, 316, *parts), alt)
