"""A 4×4 feature map becomes 2×2, by max pooling and by average pooling. The numbers are those of assignment 3."""

from cnnlab.lectures.computing.pooling import Pooling, pooled
from cnnlab.lectures.drawing import Figure, arrow, grid, label, number, pick, picture, rect
from cnnlab.messages import Language

MAP = [[2, 1, 0, 3], [4, 6, 5, 1], [-3, -1, 7, 2], [-2, -6, 0, 3]]
KINDS = (("cool", "warm"), ("warm", "cool"))
SIZE = 48


def draw(language: Language) -> Figure:
    largest, mean = pooled(MAP, Pooling.MAX, 2), pooled(MAP, Pooling.AVERAGE, 2)
    title = pick(language, "특징 맵 4×4", "feature map, 4×4")
    max_title = pick(language, "맥스 풀링", "max pooling")
    mean_title = pick(language, "평균 풀링", "average pooling")
    parts = [
        label(10 + 2 * SIZE, 22, title, "label title"),
        grid(MAP, 10, 44, SIZE, lambda row, column: KINDS[row // 2][column // 2]),
        *(rect(10 + x * 2 * SIZE, 44 + y * 2 * SIZE, 2 * SIZE, 2 * SIZE, "frame") for x in (0, 1) for y in (0, 1)),
        arrow(218, 110, 294, 82),
        arrow(218, 170, 294, 216),
        label(354, 12, max_title, "label title"),
        grid(largest, 306, 26, SIZE, lambda row, column: KINDS[row][column]),
        label(354, 158, mean_title, "label title"),
        grid(mean, 306, 172, SIZE, lambda row, column: KINDS[row][column]),
    ]
    rows = "; ".join(", ".join(number(value) for value in row) for row in MAP)
    maxima = ", ".join(number(value) for row in largest for value in row)
    means = ", ".join(number(value) for row in mean for value in row)
    alt = pick(
        language,
        f"값이 {rows}인 4×4 특징 맵을 겹치지 않는 2×2 윈도우 네 개로 나눈 그림. 윈도우의 최댓값은 차례로 {maxima}이고, 평균은 {means}이다.",
        f"A 4×4 feature map with the rows {rows} is divided into four 2×2 windows that do not overlap. "
        f"Their maxima are {maxima}; their means are {means}.",
    )
    return Figure(picture(424, 280, *parts), alt)
