"""A seven in light that falls off to the right: as it is, with the whole image standardised, locally normalised."""

from cnnlab.lectures.computing.contrast import lit, locally_normalised, misjudged, standardised
from cnnlab.lectures.computing.strokes import SEVEN, drawn
from cnnlab.lectures.drawing import Figure, label, pick, picture
from cnnlab.lectures.greys import greys
from cnnlab.messages import Language

PIXELS, SIZE = 28, 6
PAPER, LEFT_LIGHT, RIGHT_LIGHT = 0.4, 1.0, 0.1


def draw(language: Language) -> Figure:
    ink = drawn(SEVEN, PIXELS, 1.4)
    even = [[PAPER + (1 - PAPER) * value for value in row] for row in ink]
    uneven = lit(even, LEFT_LIGHT, RIGHT_LIGHT)
    panels = (
        (pick(language, "고른 빛", "even light"), even),
        (pick(language, "고르지 않은 빛", "uneven light"), uneven),
        (pick(language, "이미지 전체를 정규화", "whole image normalised"), standardised(uneven)),
        (pick(language, "지역 대비 정규화", "locally normalised"), locally_normalised(uneven).result),
    )
    side = PIXELS * SIZE
    parts = []
    wrong = []
    for place, (name, values) in enumerate(panels):
        x, y = 22 + place % 2 * (side + 36), 30 + place // 2 * (side + 66)
        errors = misjudged(values, ink)
        wrong.append(errors)
        said = pick(language, f"잘못 가른 픽셀 {errors}개", f"{errors} pixels misjudged")
        parts += [
            label(x + side / 2, y - 16, name, "label title"),
            greys(values, x, y, SIZE),
            label(x + side / 2, y + side + 14, said, "small"),
        ]
    total = PIXELS * PIXELS
    alt = pick(
        language,
        "숫자 7을 그린 네 이미지. 고른 빛에서는 획의 값이 어디서나 바탕보다 크다. 빛이 오른쪽으로 갈수록 약해지면 왼쪽 바탕의 값이 오른쪽 획만큼 커져, "
        f"문턱값 하나로는 {total}픽셀 가운데 적어도 {wrong[1]}개를 잘못 가른다. 이미지 전체를 정규화해도 {wrong[2]}개로 같다. "
        f"지역 대비 정규화를 하면 바탕이 고르게 되고 {wrong[3]}개로 줄어든다.",
        "Four images of a seven. In even light the values of the digit are larger than those of the paper everywhere. In light that falls off to the right, the paper on the left has values as large "
        f"as the stroke on the right, and a single threshold misjudges at least {wrong[1]} of {total} pixels. Normalising the whole image leaves {wrong[2]}. "
        f"Local contrast normalisation evens out the paper, and {wrong[3]} are left.",
    )
    return Figure(picture(2 * side + 78, 2 * side + 124, *parts), alt)
