"""The visual pathway beside the layers of a CNN: what corresponds to what."""

from cnnlab.lectures.drawing import Figure, arrow, label, line, pick, picture, rect
from cnnlab.messages import Language

ROWS = (
    ("광수용세포", "photoreceptors", "입력 픽셀", "input pixels", "sunk"),
    ("신경절 세포, LGN", "ganglion cells, LGN", "입력 정규화", "input normalisation", "sunk"),
    ("V1 단순세포", "V1 simple cells", "컨볼루션 + ReLU", "convolution + ReLU", "cool"),
    ("V1 복합세포", "V1 complex cells", "풀링", "pooling", "warm"),
    ("V2, V4", "V2, V4", "다음 컨볼루션과 풀링", "more conv. and pooling", "cool"),
    ("IT", "IT", "마지막 특징과 FC", "last features and FC", "good"),
    ("판단", "decision", "출력: 소프트맥스", "output: softmax", "good"),
)
WIDE, HIGH, GAP = 180, 32, 26


def draw(language: Language) -> Figure:
    left, right = 10, 10 + WIDE + 50
    parts = [
        label(left + WIDE / 2, 14, pick(language, "시각 경로", "visual pathway"), "label title"),
        label(right + WIDE / 2, 14, "CNN", "label title"),
    ]
    for place, (ko, en, layer_ko, layer_en, kind) in enumerate(ROWS):
        y = 32 + place * (HIGH + GAP)
        for x, words in ((left, pick(language, ko, en)), (right, pick(language, layer_ko, layer_en))):
            if place:
                parts.append(arrow(x + WIDE / 2, y - GAP, x + WIDE / 2, y))
            parts += [rect(x, y, WIDE, HIGH, kind), label(x + WIDE / 2, y + HIGH / 2, words)]
        parts.append(line([(left + WIDE + 6, y + HIGH / 2), (right - 6, y + HIGH / 2)], "line-warm"))
    pairs = "; ".join(
        pick(language, f"{ko} – {layer_ko}", f"{en} – {layer_en}") for ko, en, layer_ko, layer_en, _ in ROWS
    )
    alt = pick(
        language,
        f"나란한 두 열. 왼쪽은 눈에서 뇌로 가는 길, 오른쪽은 CNN의 계층이며, 점선이 짝을 잇는다: {pairs}.",
        f"Two columns, the way from eye to brain on the left and the layers of a CNN on the right, with dashed lines between the pairs: {pairs}.",
    )
    return Figure(picture(right + WIDE + 10, 32 + len(ROWS) * (HIGH + GAP) - GAP + 10, *parts), alt)
