"""The feature map of vertical edges on a seven, before ReLU and after it."""

from cnnlab.lectures.computing.activating import rectified, share_of_zeros
from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.computing.strokes import SEVEN, drawn
from cnnlab.lectures.drawing import Figure, arrow, label, pick, picture
from cnnlab.lectures.shading import shades
from cnnlab.messages import Language

KERNEL = [[-1, 0, 1]] * 3
SIZE = 12


def draw(language: Language) -> Figure:
    before = correlated(drawn(SEVEN, 16), KERNEL)
    after = rectified(before)
    shares = [f"{round(100 * share_of_zeros(values))}" for values in (before, after)]
    side = 14 * SIZE
    parts = [
        label(10 + side / 2, 14, pick(language, "특징 맵", "feature map"), "label title"),
        shades(before, 10, 30, SIZE, "bright"),
        label(10 + side / 2, 46 + side, pick(language, f"0인 값 {shares[0]} %", f"zeros: {shares[0]} %"), "label"),
        arrow(186, 30 + side / 2, 226, 30 + side / 2),
        label(206, 14 + side / 2, "ReLU", "small"),
        label(234 + side / 2, 14, pick(language, "ReLU를 지난 뒤", "after ReLU"), "label title"),
        shades(after, 234, 30, SIZE, "bright"),
        label(234 + side / 2, 46 + side, pick(language, f"0인 값 {shares[1]} %", f"zeros: {shares[1]} %"), "label"),
    ]
    alt = pick(
        language,
        f"숫자 7에 수직 에지 필터를 적용한 14×14 특징 맵. ReLU 전에는 획의 왼쪽을 따라 양수, 오른쪽을 따라 음수가 있고 0인 값은 {shares[0]} %이다. "
        f"ReLU를 지나면 양수는 그대로이고 음수는 사라져 0인 값이 {shares[1]} %가 된다.",
        f"A 14×14 feature map of vertical edges on a seven. Before ReLU, positive values run along the left of the stroke and negative ones along its right, "
        f"and {shares[0]} % of the values are 0. After ReLU the positive ones are unchanged, the negative ones are gone, and {shares[1]} % are 0.",
    )
    return Figure(picture(412, 230, *parts), alt)
