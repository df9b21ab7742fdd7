"""How many weights one map needs as the image grows: fully connected against one 5×5 kernel, on a logarithmic scale."""

from math import log10

from cnnlab.lectures.computing.counting import convolution, fully_connected
from cnnlab.lectures.drawing import Figure, label, line, pick, picture, rect
from cnnlab.messages import Language

SIZES = (16, 28, 64, 128, 224)
KERNEL = 5
LEFT, UNIT = 84, 24.0
TOP, STEP = 42, 54


def draw(language: Language) -> Figure:
    bottom = TOP + STEP * len(SIZES)
    parts = [
        label(
            LEFT, 14, pick(language, "가중치의 수 (로그 눈금)", "weights (logarithmic scale)"), "label title", "start"
        )
    ]
    for exponent in range(0, 11, 2):
        x = LEFT + exponent * UNIT
        words = "1" if exponent == 0 else f"10{str(exponent).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'))}"
        parts += [line([(x, bottom), (x, bottom + 6)], "axis"), label(x, bottom + 16, words, "small")]
    parts.append(line([(LEFT, TOP - 8), (LEFT, bottom), (LEFT + 10 * UNIT, bottom)], "axis"))
    told = []
    for place, size in enumerate(SIZES):
        y = TOP + place * STEP
        dense, shared = fully_connected(size, KERNEL).weights, convolution(size, KERNEL).weights
        parts += [
            label(LEFT - 6, y + 21, f"{size}×{size}", "label", "end"),
            rect(LEFT, y, log10(dense) * UNIT, 20, "warm"),
            rect(LEFT, y + 22, log10(shared) * UNIT, 20, "bright"),
            label(LEFT + log10(dense) * UNIT + 6, y + 10, f"{dense:,}", "label", "start"),
            label(LEFT + log10(shared) * UNIT + 6, y + 32, f"{shared}", "label", "start"),
        ]
        told.append(pick(language, f"{size}×{size}이면 {dense:,}개", f"{dense:,} for {size}×{size}"))
    y = bottom + 40
    parts += [
        rect(LEFT, y - 7, 14, 14, "warm"),
        label(LEFT + 20, y, pick(language, "완전 연결", "fully connected"), "small", "start"),
        rect(LEFT + 130, y - 7, 14, 14, "bright"),
        label(
            LEFT + 150, y, pick(language, f"{KERNEL}×{KERNEL} 커널", f"one {KERNEL}×{KERNEL} kernel"), "small", "start"
        ),
    ]
    alt = pick(
        language,
        "이미지의 크기마다 막대가 두 개씩 있는 그래프. 가로축은 로그 눈금이다. "
        f"완전 연결 계층의 가중치는 {', '.join(told)}로 늘어나지만, {KERNEL}×{KERNEL} 커널 하나의 가중치는 언제나 {KERNEL**2}개이다.",
        f"A chart with two bars for each size of image, on a logarithmic scale. Full connection takes {', '.join(told)} weights; "
        f"one {KERNEL}×{KERNEL} kernel takes {KERNEL**2} whatever the size.",
    )
    return Figure(picture(436, bottom + 56, *parts), alt)
