"""The way of visual information from the retina to the temporal lobe, and what cells respond to at each station."""

from cnnlab.lectures.drawing import Figure, arrow, label, pick, picture, rect
from cnnlab.messages import Language

STATIONS = (
    ("망막", "retina", "점: 가운데와 둘레의 차이", "spots: centre against surround", "sunk"),
    ("시상 LGN", "thalamus: LGN", "점: 가운데와 둘레의 차이", "spots: centre against surround", "sunk"),
    ("V1", "V1", "정해진 방향의 막대와 에지", "bars and edges of one orientation", "cool"),
    ("V2", "V2", "윤곽, 꺾인 곳, 질감", "contours, corners, texture", "cool"),
    ("V4", "V4", "굽은 모양, 색", "curved shapes, colour", "cool"),
    ("IT", "IT", "물체와 얼굴", "objects and faces", "good"),
)
HIGH, GAP = 34, 26


def draw(language: Language) -> Figure:
    parts = [
        label(66, 14, pick(language, "자리", "station"), "label title"),
        label(138, 14, pick(language, "세포가 반응하는 것", "what cells respond to"), "label title", "start"),
    ]
    for place, (ko, en, seen_ko, seen_en, kind) in enumerate(STATIONS):
        y = 34 + place * (HIGH + GAP)
        if place:
            parts.append(arrow(66, y - GAP, 66, y))
        parts += [
            rect(6, y, 120, HIGH, kind),
            label(66, y + HIGH / 2, pick(language, ko, en)),
            label(138, y + HIGH / 2, pick(language, seen_ko, seen_en), "label", "start"),
        ]
    order = " → ".join(pick(language, ko, en) for ko, en, *_ in STATIONS)
    alt = pick(
        language,
        f"시각 정보의 길: {order}. 망막과 LGN의 세포는 점에, V1은 막대의 방향에, V2와 V4는 윤곽과 굽은 모양에, IT는 물체와 얼굴에 반응한다.",
        f"The way of visual information: {order}. Cells of the retina and the LGN respond to spots, V1 to the orientation of bars, V2 and V4 to contours and curved shapes, IT to objects and faces.",
    )
    return Figure(picture(436, 34 + len(STATIONS) * (HIGH + GAP) - GAP + 12, *parts), alt)
