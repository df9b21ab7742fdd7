"""A filter for vertical edges on an image that steps from dark to bright."""

from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.drawing import Figure, arrow, grid, label, number, pick, picture, rect
from cnnlab.messages import Language

IMAGE = [[1, 1, 1, 5, 5, 5]] * 5
KERNEL = [[-1, 0, 1]] * 3
SIZE = 34


def draw(language: Language) -> Figure:
    found = correlated(IMAGE, KERNEL)
    parts = [
        label(10 + 3 * SIZE, 14, pick(language, "이미지 5×6", "image, 5×6"), "label title"),
        grid(IMAGE, 10, 30, SIZE, lambda _, column: "cell" if column < 3 else "cool"),
        rect(10, 30, 3 * SIZE, 3 * SIZE, "frame"),
        label(290 + 1.5 * SIZE, 14, pick(language, "커널", "kernel"), "label title"),
        grid(KERNEL, 290, 30, SIZE, "sunk"),
        arrow(116, 208, 116, 232),
        label(10 + 3 * SIZE, 246, pick(language, "특징 맵 3×4", "feature map, 3×4"), "label title"),
        grid(found, 10 + SIZE, 262, SIZE, lambda row, column: "warm" if found[row][column] else "cell"),
        rect(10 + SIZE, 262, SIZE, SIZE, "frame"),
    ]
    rows = ", ".join(number(value) for value in found[0])
    alt = pick(
        language,
        "왼쪽 세 열은 1, 오른쪽 세 열은 5인 이미지에, 왼쪽 열이 −1, 가운데 열이 0, 오른쪽 열이 1인 3×3 커널을 적용한다. "
        f"특징 맵의 세 행은 모두 {rows}이다. 밝기가 바뀌는 경계에 걸친 윈도우에서만 0이 아닌 값이 나온다.",
        "The left three columns of an image are 1, the right three are 5. A 3×3 kernel, with −1 on the left, 0 in the middle and 1 on the right, "
        f"gives a feature map whose three rows are all {rows}: only windows across the border between dark and bright give anything but 0.",
    )
    return Figure(picture(402, 374, *parts), alt)
