"""The mistakes that the really trained network (data/train.py) was surest of, on MNIST's test digits."""

import json
from pathlib import Path

from cnnlab.lectures.drawing import Figure, label, pick, picture
from cnnlab.lectures.greys import greys
from cnnlab.lectures.korean import as_what, with_object
from cnnlab.messages import Language

MISREAD = json.loads((Path(__file__).parent / "data" / "misread-digits.json").read_text(encoding="utf-8"))["misread"]
COLUMNS, SIZE, STEP, HIGH = 4, 3, 104, 142


def draw(language: Language) -> Figure:
    parts: list[str] = []
    told = []
    for place, each in enumerate(MISREAD):
        left, top = 10 + place % COLUMNS * STEP, 6 + place // COLUMNS * HIGH
        digit, guess, sure = each["digit"], each["guess"], f"{100 * each['probability']:.1f} %"
        parts += [
            greys(each["image"], left, top, SIZE),
            label(left + 42, top + 100, f"{digit} → {guess}", "label title"),
            label(left + 42, top + 119, sure, "small"),
        ]
        told.append(pick(language, f"{with_object(digit)} {as_what(guess)}({sure})", f"{digit} as {guess} ({sure})"))
    alt = pick(
        language,
        f"신경망이 가장 확신하며 잘못 읽은 시험 이미지 {len(MISREAD)}장. 차례대로 {', '.join(told)} 읽었다.",
        f"The {len(MISREAD)} test digits that the network misread with the greatest confidence. It read {', '.join(told)}.",
    )
    rows = -(-len(MISREAD) // COLUMNS)
    return Figure(picture(10 + COLUMNS * STEP, rows * HIGH, *parts), alt)
