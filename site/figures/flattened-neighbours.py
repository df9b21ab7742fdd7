"""A pixel and its four neighbours on a 7×7 image, and where they are once the image is laid out in one row."""

from cnnlab.lectures.computing.counting import places_in_a_row
from cnnlab.lectures.drawing import Figure, arrow, label, pick, picture, rect
from cnnlab.messages import Language

SIDE, ROW, COLUMN = 7, 3, 3
CELL, BAR = 28, 8
LEFT = 10


def draw(language: Language) -> Figure:
    places = places_in_a_row(SIDE, ROW, COLUMN)
    centre = places["centre"]
    near = sorted(place for place in places.values() if place != centre)
    top, middle = 32, LEFT + SIDE * SIDE * BAR / 2
    left = middle - SIDE * CELL / 2
    parts = [label(middle, 14, pick(language, f"{SIDE}×{SIDE} 이미지", f"{SIDE}×{SIDE} image"), "label title")]
    for place in range(SIDE * SIDE):
        row, column = divmod(place, SIDE)
        kind = "cool" if place == centre else "warm" if place in near else "cell"
        parts.append(rect(left + column * CELL, top + row * CELL, CELL, CELL, kind))
        if kind != "cell":
            parts.append(label(left + (column + 0.5) * CELL, top + (row + 0.5) * CELL, str(place), "label"))
    below = top + SIDE * CELL
    parts.append(arrow(middle, below + 8, middle, below + 36))
    parts.append(label(middle + 14, below + 20, pick(language, "평탄화", "flatten"), "small", "start"))
    for place in range(SIDE * SIDE):
        kind = "bright" if place == centre else "warm" if place in near else "cell"
        parts.append(rect(LEFT + place * BAR, below + 46, BAR, 26, kind))
    for place in (near[0], centre, near[-1]):
        parts.append(label(LEFT + (place + 0.5) * BAR, below + 84, str(place), "small"))
    alt = pick(
        language,
        f"{SIDE}×{SIDE} 이미지에서 {centre}번 픽셀의 이웃은 {', '.join(map(str, near))}번이다. 한 줄로 펴면 왼쪽과 오른쪽 이웃은 그대로 "
        f"붙어 있지만, 위와 아래 이웃은 {SIDE}칸 떨어진 {near[0]}번과 {near[-1]}번 자리에 놓인다.",
        f"On a {SIDE}×{SIDE} image the neighbours of pixel {centre} are {', '.join(map(str, near))}. Laid out in one row, the left and the right "
        f"neighbour still touch it, but those above and below lie {SIDE} places away, at {near[0]} and {near[-1]}.",
    )
    return Figure(picture(2 * LEFT + SIDE * SIDE * BAR, below + 96, *parts), alt)
