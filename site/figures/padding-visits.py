"""In how many 3×3 windows each pixel of a 5×5 image lies, without padding and with a padding of 1."""

from collections.abc import Callable

from cnnlab.lectures.computing.sizes import visits
from cnnlab.lectures.drawing import Figure, grid, label, pick, picture
from cnnlab.messages import Language

PIXELS, KERNEL = 5, 3
SIZE = 37


def kind_of(counts: list[list[int]]) -> Callable[[int, int], str]:
    def kind(row: int, column: int) -> str:
        return "warm" if counts[row][column] < 4 else "cell" if counts[row][column] < 9 else "good"

    return kind


def draw(language: Language) -> Figure:
    parts: list[str] = []
    told = []
    for left, padding in ((10.0, 0), (215.0, 1)):
        counts = visits(PIXELS, KERNEL, padding=padding)
        heading = pick(language, f"패딩 {padding}", f"padding {padding}")
        parts += [
            label(left + PIXELS * SIZE / 2, 14, heading, "label title"),
            grid(counts, left, 32, SIZE, kind_of(counts)),
        ]
        corner, edge, middle = counts[0][0], counts[0][2], counts[2][2]
        told.append(
            pick(
                language,
                f"패딩이 {padding}이면 모서리의 픽셀은 {corner}번, 가장자리 가운데의 픽셀은 {edge}번, 한가운데의 픽셀은 {middle}번",
                f"with padding {padding} a corner pixel lies in {corner}, the middle of an edge in {edge}, "
                f"the centre in {middle}",
            )
        )
    alt = pick(
        language,
        f"5×5 이미지의 픽셀이 3×3 윈도우 몇 개에 들어가는지 센 두 표. {'; '.join(told)} 들어간다.",
        f"Two tables count in how many 3×3 windows each pixel of a 5×5 image lies: {'; '.join(told)}.",
    )
    return Figure(picture(410, 226, *parts), alt)
