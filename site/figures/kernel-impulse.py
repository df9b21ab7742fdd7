"""A single bright pixel: cross-correlation leaves the kernel turned by half a turn, convolution the kernel itself."""

from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.drawing import Figure, grid, label, number, pick, picture
from cnnlab.messages import Language

IMAGE = [[0] * 5, [0] * 5, [0, 0, 1, 0, 0], [0] * 5, [0] * 5]
KERNEL = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
SIZE = 34


def draw(language: Language) -> Figure:
    flipped = [list(reversed(row)) for row in reversed(KERNEL)]
    crossed, convolved = correlated(IMAGE, KERNEL), correlated(IMAGE, flipped)
    third = 3 * SIZE
    parts = [
        label(10 + 2.5 * SIZE, 14, pick(language, "이미지", "image"), "label title"),
        grid(IMAGE, 10, 30, SIZE, lambda row, column: "warm" if IMAGE[row][column] else "cell"),
        label(230 + third / 2, 48, pick(language, "커널", "kernel"), "label title"),
        grid(KERNEL, 230, 64, SIZE, "cool"),
        label(10 + third / 2 + 34, 224, pick(language, "교차상관", "cross-correlation"), "label title"),
        grid(crossed, 44, 240, SIZE, "warm"),
        label(230 + third / 2, 224, pick(language, "컨볼루션", "convolution"), "label title"),
        grid(convolved, 230, 240, SIZE, "good"),
    ]
    first, second = ("; ".join(", ".join(number(v) for v in row) for row in rows) for rows in (crossed, convolved))
    alt = pick(
        language,
        "한가운데만 1이고 나머지는 0인 5×5 이미지와, 행이 1, 2, 3; 4, 5, 6; 7, 8, 9인 3×3 커널. "
        f"교차상관의 결과는 {first}로 커널을 반 바퀴 돌린 모양이고, 컨볼루션의 결과는 {second}로 커널과 같다.",
        "A 5×5 image of zeros with a 1 in its centre, and a 3×3 kernel with the rows 1, 2, 3; 4, 5, 6; 7, 8, 9. "
        f"Cross-correlation gives {first}, the kernel turned by half a turn. Convolution gives {second}, the kernel itself.",
    )
    return Figure(picture(372, 352, *parts), alt)
