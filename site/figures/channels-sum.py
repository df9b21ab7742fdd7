"""One filter on an image of two channels: a kernel for each, the two maps added, then the bias."""

from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.drawing import Figure, arrow, grid, label, number, pick, picture
from cnnlab.messages import Language

CHANNELS = ([[1, 2, 0], [0, 1, 3], [2, 1, 1]], [[3, 0, 1], [1, 2, 0], [0, 1, 2]])
KERNELS = ([[1, -1], [0, 2]], [[0, 1], [-1, 1]])
BIAS = 1
SIZE = 30


def draw(language: Language) -> Figure:
    maps = [correlated(values, kernel) for values, kernel in zip(CHANNELS, KERNELS, strict=True)]
    total = [[a + b + BIAS for a, b in zip(*rows, strict=True)] for rows in zip(*maps, strict=True)]
    parts = [
        label(55, 14, pick(language, "입력", "input"), "label title"),
        label(155, 14, pick(language, "필터", "filter"), "label title"),
        label(252, 14, pick(language, "채널별 결과", "per channel"), "label title"),
    ]
    for place, (values, kernel, found) in enumerate(zip(CHANNELS, KERNELS, maps, strict=True)):
        top, kind = 32 + place * 124, ("cool", "warm")[place]
        parts += [
            grid(values, 10, top, SIZE, kind),
            label(112, top + 45, "⋆", "number"),
            grid(kernel, 125, top + 15, SIZE, kind),
            label(203, top + 45, "=", "number"),
            grid(found, 222, top + 15, SIZE, kind),
            label(55, top + 102, pick(language, f"채널 {place}", f"channel {place}"), "small"),
        ]
    parts += [
        arrow(286, 77, 330, 118),
        arrow(286, 201, 330, 160),
        label(366, 62, pick(language, "합 + 편향", "sum + bias"), "label title"),
        label(366, 84, f"(+ {BIAS})", "small"),
        grid(total, 336, 109, SIZE, "good"),
    ]
    shown = ["; ".join(", ".join(number(v) for v in row) for row in rows) for rows in (*maps, total)]
    alt = pick(
        language,
        f"채널이 둘인 3×3 입력에 필터 하나를 적용한다. 채널 0의 결과는 {shown[0]}, 채널 1의 결과는 {shown[1]}이다. "
        f"같은 위치끼리 더하고 편향 {BIAS}을 더한 특징 맵은 {shown[2]}, 한 장이다.",
        f"One filter on a 3×3 input of two channels. Channel 0 gives {shown[0]}; channel 1 gives {shown[1]}. "
        f"Added place by place, with a bias of {BIAS}, they make a single feature map: {shown[2]}.",
    )
    return Figure(picture(420, 268, *parts), alt)
