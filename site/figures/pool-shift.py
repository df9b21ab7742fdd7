"""A map and the same map moved right by one pixel: which pooled values stay?"""

from cnnlab.lectures.computing.pooling import Pooling, pooled, shifted
from cnnlab.lectures.drawing import Figure, arrow, grid, label, pick, picture
from cnnlab.messages import Language

MAP = [
    [0, 0, 0, 0, 0, 0],
    [9, 0, 0, 0, 6, 0],
    [0, 0, 8, 0, 0, 0],
    [0, 0, 3, 0, 0, 0],
    [7, 1, 0, 0, 0, 5],
    [0, 0, 0, 0, 0, 0],
]
SIZE = 34


def draw(language: Language) -> Figure:
    moved = shifted(MAP, 0, 1)
    before, after = pooled(MAP, Pooling.MAX, 2), pooled(moved, Pooling.MAX, 2)
    same = [[a == b for a, b in zip(*rows, strict=True)] for rows in zip(before, after, strict=True)]
    stayed, total = sum(map(sum, same)), len(same) * len(same[0])
    pixels = sum(a == b for rows in zip(MAP, moved, strict=True) for a, b in zip(*rows, strict=True) if a or b)
    active = sum(bool(a or b) for rows in zip(MAP, moved, strict=True) for a, b in zip(*rows, strict=True))
    parts = [
        label(112, 14, pick(language, "원래 특징 맵", "the map"), "label title"),
        grid(MAP, 10, 30, SIZE, lambda row, column: "cool" if MAP[row][column] else "cell"),
        arrow(226, 132, 282, 132),
        label(342, 62, pick(language, "맥스 풀링", "max pooled"), "label title"),
        grid(before, 291, 80, SIZE, lambda row, column: "cool" if before[row][column] else "cell"),
        label(112, 272, pick(language, "오른쪽으로 1픽셀 이동", "moved right by 1 pixel"), "label title"),
        grid(moved, 10, 288, SIZE, lambda row, column: "cool" if moved[row][column] else "cell"),
        arrow(226, 390, 282, 390),
        label(342, 320, pick(language, "맥스 풀링", "max pooled"), "label title"),
        grid(after, 291, 338, SIZE, lambda row, column: "good" if same[row][column] else "warm"),
        label(342, 462, pick(language, f"{total}칸 중 {stayed}칸 그대로", f"{stayed} of {total} stay"), "small"),
    ]
    alt = pick(
        language,
        f"6×6 특징 맵과 이를 오른쪽으로 한 픽셀 옮긴 특징 맵. 옮기기 전후에 0이 아닌 픽셀 {active}곳 가운데 값이 그대로인 곳은 {pixels}곳이다. "
        f"2×2 맥스 풀링 결과는 아홉 칸 가운데 {stayed}칸이 그대로이고, 윈도우 경계를 넘은 {total - stayed}칸만 바뀐다.",
        f"A 6×6 feature map, and the same map moved right by one pixel. Of the {active} pixels that are not zero before or after, "
        f"{pixels} keep their value. Of the nine values after 2×2 max pooling, {stayed} stay; "
        f"the {total - stayed} that change belong to responses that crossed the edge of a window.",
    )
    return Figure(picture(404, 502, *parts), alt)
