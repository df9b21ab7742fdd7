"""A small seven in a corner, and what becomes of it: cut out, scaled to fit 20×20, placed by its centre of mass."""

from cnnlab.lectures.computing.framing import BOX, framed
from cnnlab.lectures.computing.strokes import SEVEN, drawn
from cnnlab.lectures.drawing import Figure, arrow, label, line, pick, picture
from cnnlab.lectures.greys import greys
from cnnlab.messages import Language

PAD, SIZE, SCALE, PEN = 56, 3, 0.45, 1.6


def draw(language: Language) -> Figure:
    small = [(0.5 + SCALE * x, 0.5 + SCALE * y) for x, y in SEVEN]
    pad = drawn(small, PAD, PEN)
    grey = [[float(value) for value in row] for row in framed(pad)]
    rows = [row for row in range(PAD) if max(pad[row]) > 0.1]
    columns = [column for column in range(PAD) if max(row[column] for row in pad) > 0.1]
    top, bottom, left, right = (each * SIZE for each in (rows[0], rows[-1] + 1, columns[0], columns[-1] + 1))
    x, y, side = 10, 30, PAD * SIZE
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    high, wide = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    parts = [
        label(x + side / 2, 14, pick(language, f"그림판 {PAD}×{PAD}", f"pad, {PAD}×{PAD}"), "label title"),
        greys(pad, x, y, SIZE),
        line([(x + across, y + down) for across, down in corners], "line-warm"),
        arrow(x + side + 16, y + side / 2, 232, y + side / 2),
        label(242 + side / 2, 14, pick(language, "신경망의 입력 28×28", "input, 28×28"), "label title"),
        greys(grey, 242, y, 2 * SIZE),
        line([(242 + side / 2, y), (242 + side / 2, y + side)], "line"),
        line([(242, y + side / 2), (242 + side, y + side / 2)], "line"),
    ]
    alt = pick(
        language,
        f"왼쪽: {PAD}×{PAD} 그림판의 오른쪽 아래 구석에 작게 그린 7과 그것을 두른 점선 상자. 상자는 가로 {wide}, 세로 {high}픽셀이다. 오른쪽: 긴 변이 {BOX}픽셀이 되게 키워 "
        "28×28의 한가운데에 무게중심을 맞춘 7. 가로와 세로의 가운데 선이 7의 무게중심에서 만난다.",
        f"On the left a small seven in the lower right corner of a pad of {PAD}×{PAD} pixels, with a dashed box around it, {wide} wide and {high} high. On the right the same seven, "
        f"its longer side scaled to {BOX} pixels, with its centre of mass where the two middle lines of 28×28 meet.",
    )
    return Figure(picture(420, y + side + 10, *parts), alt)
