"""A 2×2 map with a border of one: minus infinity for the maximum, zeros for the mean."""

import math

from cnnlab.lectures.computing.pooling import Pooling, pooled
from cnnlab.lectures.drawing import Figure, arrow, grid, label, number, pick, picture, rect
from cnnlab.messages import Language

MAP = [[-1, -2], [-3, -4]]
SIZE = 46


def shown(value: float) -> str:
    return "−∞" if math.isinf(value) else number(value)


def kind_of(row: int, column: int) -> str:
    return "cool" if row in (1, 2) and column in (1, 2) else "sunk"


def draw(language: Language) -> Figure:
    parts: list[str] = []
    results = []
    for top, kind, border, words in (
        (0, Pooling.MAX, -math.inf, pick(language, "맥스 풀링: −∞로 채움", "max pooling: −∞ outside")),
        (250, Pooling.AVERAGE, 0.0, pick(language, "평균 풀링: 0으로 채움", "average pooling: 0 outside")),
    ):
        padded = [[border] * 4, [border, *MAP[0], border], [border, *MAP[1], border], [border] * 4]
        result = pooled(MAP, kind, 2, padding=1)
        results.append(", ".join(number(value) for row in result for value in row))
        parts += [
            label(10, top + 14, words, "label title", "start"),
            grid(padded, 10, top + 34, SIZE, kind_of, shown),
            *(
                rect(10 + x * 2 * SIZE, top + 34 + y * 2 * SIZE, 2 * SIZE, 2 * SIZE, "frame")
                for x in (0, 1)
                for y in (0, 1)
            ),
            arrow(204, top + 126, 266, top + 126),
            grid(result, 276, top + 80, SIZE + 14, "warm", shown),
        ]
    alt = pick(
        language,
        f"값이 −1, −2, −3, −4인 2×2 특징 맵 둘레에 한 칸씩 패딩하고 2×2 윈도우 네 개로 나눈 그림. "
        f"−∞로 채운 맥스 풀링의 결과는 {results[0]}이고, 0으로 채운 평균 풀링의 결과는 {results[1]}이다.",
        f"A 2×2 map of −1, −2, −3, −4 with a border of one, divided into four 2×2 windows. "
        f"Max pooling, with −∞ outside, gives {results[0]}; average pooling, with zeros outside, gives {results[1]}.",
    )
    return Figure(picture(404, 472, *parts), alt)
