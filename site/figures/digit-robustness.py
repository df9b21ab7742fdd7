"""How many test digits the page's network misreads: as they are, drawn elsewhere and smaller, with thin and with thick strokes."""

import json
from pathlib import Path

from cnnlab.lectures.drawing import Figure, label, number, pick, picture, rect
from cnnlab.messages import Language

FOUND = json.loads((Path(__file__).parent / "data" / "digit-robustness.json").read_text(encoding="utf-8"))
WORDS = {
    "given": ("MNIST 시험 이미지 그대로", "MNIST's test digits as they are"),
    "moved": ("아무 곳에나, 더 작게", "anywhere, and smaller"),
    "thin": ("그리고 가는 획으로", "and with thin strokes"),
    "thick": ("그리고 굵은 획으로", "and with thick strokes"),
}
WIDE = 300


def draw(language: Language) -> Figure:
    wrong = {name: round((1 - share) * FOUND["images"]) for name, share in FOUND["accuracy"].items()}
    most = max(wrong.values())
    parts: list[str] = []
    told = []
    for row, (name, (ko, en)) in enumerate(WORDS.items()):
        y, accuracy = 8 + row * 56, f"{number(100 * FOUND['accuracy'][name])} %"
        wide = wrong[name] / most * WIDE
        parts += [
            label(10, y + 8, pick(language, ko, en), "label title", "start"),
            rect(10, y + 22, wide, 20, "bright" if name == "given" else "warm"),
            label(20 + wide, y + 32, pick(language, f"{wrong[name]}장", f"{wrong[name]} misread"), "small", "start"),
        ]
        told.append(pick(language, f"{ko} {wrong[name]}장({accuracy})", f"{en}: {wrong[name]} ({accuracy})"))
    alt = pick(
        language,
        f"시험 이미지 {FOUND['images']:,}장 가운데 잘못 읽은 수의 막대그래프. 괄호 안은 정확도이다. {', '.join(told)}.",
        f"Bars for the number of misread digits among {FOUND['images']:,}, with the accuracy in brackets. {'; '.join(told)}.",
    )
    return Figure(picture(420, 8 + len(WORDS) * 56, *parts), alt)
