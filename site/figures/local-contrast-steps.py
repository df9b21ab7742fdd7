"""One row of the unevenly lit seven: its values, without the local mean, and divided by the local deviation."""

from cnnlab.lectures.computing.contrast import lit, locally_normalised
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture, rect
from cnnlab.messages import Language

PIXELS, ROW = 28, 12
STRIPES = ((4, 8), (20, 24))
PAPER = 0.4
LEFT, WIDE, HIGH = 52, 340, 92


def scene() -> list[list[float]]:
    """Two equal upright strokes, one in bright and one in faint light."""
    ink = [[1.0 if any(a <= column < b for a, b in STRIPES) else PAPER for column in range(PIXELS)]] * PIXELS
    return lit(ink, 1.0, 0.1)


def draw(language: Language) -> Figure:
    values = scene()
    found = locally_normalised(values)
    rows = (
        (pick(language, "픽셀 값", "pixel values"), values[ROW]),
        (pick(language, "지역 평균을 뺌", "local mean subtracted"), found.centred[ROW]),
        (pick(language, "지역 표준편차로 나눔", "divided by local deviation"), found.result[ROW]),
    )
    parts = []
    peaks = []
    for place, (name, numbers) in enumerate(rows):
        top = 32 + place * (HIGH + 46)
        low, high = min(0.0, *numbers), max(numbers)
        scale = HIGH / (high - low)
        zero = top + high * scale
        step = WIDE / PIXELS
        for a, b in STRIPES:
            parts.append(rect(LEFT + a * step, top, (b - a) * step, HIGH, "cool"))
        parts += [
            label(LEFT, top - 14, name, "label title", "start"),
            line([(LEFT, zero), (LEFT + WIDE, zero)], "axis"),
            label(LEFT - 8, zero, "0", "small", "end"),
            label(LEFT - 8, top, number(high), "small", "end"),
        ]
        stairs = [
            (LEFT + (column + side) * step, top + (high - value) * scale)
            for column, value in enumerate(numbers)
            for side in (0, 1)
        ]
        parts.append(line(stairs, "line-cool"))
        peaks.append([max(numbers[a:b]) for a, b in STRIPES])
    told = [f"{number(bright)} / {number(faint)}" for bright, faint in peaks]
    alt = pick(
        language,
        "똑같은 획 두 개가 밝은 왼쪽과 어두운 오른쪽에 있는 행의 그래프 세 개. 두 획의 가장 큰 값(왼쪽 / 오른쪽)은 처음에 "
        f"{told[0]}, 지역 평균을 빼면 {told[1]}, 지역 표준편차로 나누면 {told[2]}이다.",
        "Three graphs of a row with two equal strokes, one in bright light on the left and one in faint light on the right. Their largest values (left / right) are "
        f"{told[0]} at first, {told[1]} without the local mean, and {told[2]} after division by the local deviation.",
    )
    return Figure(picture(LEFT + WIDE + 12, 32 + 3 * (HIGH + 46) - 34, *parts), alt)
