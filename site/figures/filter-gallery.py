"""Four classic kernels on a hand-drawn seven: vertical edges, horizontal edges, edges of any direction, and a blur."""

from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.computing.strokes import SEVEN, drawn
from cnnlab.lectures.drawing import Figure, grid, label, number, pick, picture
from cnnlab.lectures.shading import shades
from cnnlab.messages import Language

VERTICAL = [[-1, 0, 1]] * 3
LEVEL = [[-1, -1, -1], [0, 0, 0], [1, 1, 1]]
ANY = [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]
MEAN = [[1, 1, 1]] * 3
CELL, PIXEL = 29, 8


def draw(language: Language) -> Figure:
    image = drawn(SEVEN, 16)
    parts: list[str] = []
    ranges = []
    for place, (kernel, ko, en) in enumerate(
        (
            (VERTICAL, "수직 에지", "vertical edges"),
            (LEVEL, "수평 에지", "horizontal edges"),
            (ANY, "모든 방향의 에지", "edges of any direction"),
            (MEAN, "흐리게 (9로 나눔)", "blur (divided by 9)"),
        )
    ):
        left, top = 6 + place % 2 * 222, place // 2 * 162
        found = correlated(image, kernel)
        if kernel is MEAN:
            found = [[value / 9 for value in row] for row in found]
        values = [value for row in found for value in row]
        ranges.append(
            pick(
                language,
                f"{ko} {number(min(values))}부터 {number(max(values))}까지",
                f"{en} {number(min(values))} to {number(max(values))}",
            )
        )
        parts += [
            label(left + 104, top + 14, pick(language, ko, en), "label title"),
            grid(kernel, left, top + 43, CELL, "sunk"),
            shades(found, left + 3 * CELL + 6, top + 30, PIXEL, "bright"),
        ]
    alt = pick(
        language,
        "숫자 7에 3×3 커널 네 개를 적용한 특징 맵. 수직 에지 커널은 비스듬한 획의 양옆에서, 수평 에지 커널은 가로획의 위아래에서 부호가 반대인 값을 낸다. "
        "모든 방향의 에지 커널은 획의 속에서 양수, 바로 바깥에서 음수이고 평평한 배경에서는 0이다. 흐리게 하는 커널은 획을 넓게 번지게 한다. "
        f"값의 범위: {'; '.join(ranges)}.",
        "Feature maps of four 3×3 kernels on a seven. Vertical edges show along both sides of the slanted stroke, horizontal edges above and below the horizontal stroke, "
        "with opposite signs on opposite sides. The kernel for edges of any direction is positive inside the strokes, negative just outside and 0 on the even background. "
        f"The blur spreads the strokes. Ranges of the values: {'; '.join(ranges)}.",
    )
    return Figure(picture(436, 314, *parts), alt)
