"""One value of pool2, followed back to the ten pixels of a row that it sees."""

from cnnlab.lectures.computing.seeing import PYTORCH, seen
from cnnlab.lectures.drawing import Figure, label, line, pick, picture, rect
from cnnlab.messages import Language

CELL, HIGH, GAP = 30, 26, 66
LEFT, TOP = 112, 14


def draw(language: Language) -> Figure:
    ranges = seen(PYTORCH)
    names = (pick(language, "입력", "input"), *(layer.name for layer in PYTORCH))
    width = len(ranges[0]) * CELL
    # A value stands above the middle of the pixels it sees.
    middles = [
        [(seen(PYTORCH[:depth], place)[0][0] + seen(PYTORCH[:depth], place)[0][-1] + 1) / 2 * CELL for place in places]
        for depth, places in enumerate(ranges)
    ]
    parts: list[str] = []
    for depth, (name, places) in enumerate(zip(names, ranges, strict=True)):
        y = TOP + (len(ranges) - 1 - depth) * GAP
        words = pick(language, f"{len(places)}칸", f"{len(places)}")
        parts.append(label(LEFT - 12, y + HIGH / 2, f"{name}: {words}", "label", "end"))
        if depth:
            layer = PYTORCH[depth - 1]
            for place, middle in zip(places, middles[depth], strict=True):
                first = place * layer.stride - ranges[depth - 1][0]
                ends = (middles[depth - 1][first] - 9, middles[depth - 1][first + layer.kernel_size - 1] + 9)
                for side, end in zip((-11, 11), ends, strict=True):
                    parts.append(line([(LEFT + middle + side, y + HIGH), (LEFT + end, y + GAP)], "line"))
        for middle in middles[depth]:
            kind = "bright" if depth == len(PYTORCH) else "cool" if depth else "warm"
            parts.append(rect(LEFT + middle - 12, y, 24, HIGH, kind))
    counts = ", ".join(f"{name} {len(places)}" for name, places in zip(reversed(names), reversed(ranges), strict=True))
    alt = pick(
        language,
        f"한 행만 그린 신경망. 맨 위의 값 하나에서 선이 아래로 부챗살처럼 퍼진다. 계층마다 관계된 값의 수는 {counts}이다.",
        f"The network along one row. From a single value at the top, lines fan out downwards. The number of values involved is {counts}.",
    )
    return Figure(picture(LEFT + width + 10, TOP + (len(ranges) - 1) * GAP + HIGH + 10, *parts), alt)
