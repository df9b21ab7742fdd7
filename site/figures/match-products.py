"""A patch and a kernel of 1 and −1, their nine products, the sum and the mean."""

from cnnlab.lectures.computing.correlating import products
from cnnlab.lectures.drawing import Figure, grid, label, number, pick, picture
from cnnlab.messages import Language

PATCH = [[-1, -1, -1], [-1, 1, -1], [-1, -1, 1]]
KERNEL = [[1, -1, -1], [-1, 1, -1], [-1, -1, 1]]
SIZE = 36


def kind_of_ink(row: int, column: int) -> str:
    return "cool" if KERNEL[row][column] > 0 else "cell"


def draw(language: Language) -> Figure:
    found = products(PATCH, KERNEL)
    total = sum(map(sum, found))
    right, left = 10 + 3 * SIZE, 10 + 3 * SIZE + 36
    sums = " + ".join(
        "(" + " + ".join(number(value) if value >= 0 else f"({number(value)})" for value in row) + ")" for row in found
    )
    mean = f"{number(total)} / 9 ≈ {total / 9:.3f}"
    parts = [
        label(10 + 1.5 * SIZE, 14, pick(language, "조각", "patch"), "label title"),
        grid(PATCH, 10, 30, SIZE, lambda row, column: "cool" if PATCH[row][column] > 0 else "cell"),
        label(right + 18, 30 + 1.5 * SIZE, "×", "number"),
        label(left + 1.5 * SIZE, 14, pick(language, "커널", "kernel"), "label title"),
        grid(KERNEL, left, 30, SIZE, kind_of_ink),
        label(left + 3 * SIZE + 18, 30 + 1.5 * SIZE, "=", "number"),
        label(left + 4.5 * SIZE + 36, 14, pick(language, "칸마다의 곱", "products"), "label title"),
        grid(found, left + 3 * SIZE + 36, 30, SIZE, lambda row, column: "good" if found[row][column] > 0 else "warm"),
        label(208, 166, f"{sums} = {number(total)}", "label"),
        label(208, 192, mean, "label title"),
    ]
    alt = pick(
        language,
        "1과 −1로 된 3×3 조각과 커널을 칸마다 곱한다. 왼쪽 위의 한 칸만 달라 그곳의 곱은 −1이고 나머지 여덟 칸의 곱은 1이다. "
        f"합은 {number(total)}, 9로 나눈 평균은 약 {total / 9:.3f}이다.",
        "A 3×3 patch and a kernel, both of 1 and −1, are multiplied cell by cell. Only the top left cells differ, so that product is −1 "
        f"and the other eight are 1. The sum is {number(total)}, and divided by 9 it is about {total / 9:.3f}.",
    )
    return Figure(picture(416, 210, *parts), alt)
