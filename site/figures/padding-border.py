"""A 4×4 image with a border of zeros: the first window of a 3×3 kernel holds four pixels and five zeros."""

from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.drawing import Figure, arrow, grid, label, number, pick, picture, rect
from cnnlab.messages import Language

IMAGE = [[3, 1, 0, 2], [1, 2, 4, 0], [0, 5, 1, 1], [2, 0, 1, 3]]
KERNEL = [[1, 1, 1]] * 3
SIZE = 34


def border(row: int, column: int) -> bool:
    return row in (0, 5) or column in (0, 5)


def draw(language: Language) -> Figure:
    padded = [[0] * 6, *([0, *row, 0] for row in IMAGE), [0] * 6]
    result = correlated(IMAGE, KERNEL, padding=1)
    inner = correlated(IMAGE, KERNEL)
    parts = [
        label(10 + 3 * SIZE, 14, pick(language, "패딩한 입력 6×6", "padded input, 6×6"), "label title"),
        grid(padded, 10, 32, SIZE, lambda row, column: "sunk" if border(row, column) else "cool"),
        rect(10, 32, 3 * SIZE, 3 * SIZE, "frame"),
        arrow(222, 134, 256, 134),
        label(266 + 2 * SIZE, 48, pick(language, "특징 맵 4×4", "feature map, 4×4"), "label title"),
        grid(
            result, 266, 66, SIZE, lambda row, column: "good" if row in (1, 2) and column in (1, 2) else "warm", number
        ),
        rect(266, 66, SIZE, SIZE, "frame"),
    ]
    rows = "; ".join(", ".join(number(value) for value in row) for row in result)
    middle = ", ".join(number(value) for row in inner for value in row)
    alt = pick(
        language,
        "4×4 이미지를 0으로 한 칸씩 둘러싼 6×6 입력과, 가중치가 모두 1인 3×3 커널로 얻은 4×4 특징 맵. "
        f"왼쪽 위의 첫 윈도우에는 픽셀 네 개와 0 다섯 개가 들어 있어 합이 {number(result[0][0])}이다. 특징 맵의 행은 {rows}이다. "
        f"가운데 네 값 {middle}은 패딩이 없을 때의 결과이다.",
        "A 4×4 image with a border of zeros makes a 6×6 input, and a 3×3 kernel of ones makes a 4×4 feature map from it. "
        f"The first window, at the top left, holds four pixels and five zeros, and sums to {number(result[0][0])}. "
        f"The rows of the map are {rows}. The four values in its middle, {middle}, are those found without padding.",
    )
    return Figure(picture(412, 248, *parts), alt)
