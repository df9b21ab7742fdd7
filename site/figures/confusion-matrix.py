"""Which digit the really trained network (data/train.py) took for which, on MNIST's test digits."""

import json
from pathlib import Path

from cnnlab.lectures.drawing import Figure, label, number, pick, picture, rect
from cnnlab.lectures.korean import as_what, with_object
from cnnlab.messages import Language

COUNTS = json.loads((Path(__file__).parent / "data" / "confusion-matrix.json").read_text(encoding="utf-8"))["confusion"]
LEFT, TOP, SIZE = 52, 60, 35


def draw(language: Language) -> Figure:
    digits = range(len(COUNTS))
    mistakes = {(true, read): COUNTS[true][read] for true in digits for read in digits if true != read}
    most = max(mistakes.values())
    parts = [
        label(LEFT + 5 * SIZE, 14, pick(language, "신경망의 답", "answer of the network"), "label title"),
        label(6, 38, pick(language, "참", "digit"), "label title", "start"),
    ]
    for true in digits:
        parts.append(label(LEFT + (true + 0.5) * SIZE, 42, str(true), "label title"))
        parts.append(label(LEFT - 18, TOP + (true + 0.5) * SIZE, str(true), "label title"))
        for read in digits:
            count = COUNTS[true][read]
            kind = "good" if true == read else "warm" if count else "cell"
            parts.append(rect(LEFT + read * SIZE, TOP + true * SIZE, SIZE, SIZE, kind))
            parts.append(label(LEFT + (read + 0.5) * SIZE, TOP + (true + 0.5) * SIZE, str(count), "small"))
    images, wrong = sum(map(sum, COUNTS)), sum(mistakes.values())
    pairs = [pair for pair, count in mistakes.items() if count == most]
    often = ", ".join(
        pick(language, f"{with_object(true)} {as_what(read)}", f"{true} as {read}") for true, read in pairs
    )
    right = number(100 * (images - wrong) / images)
    alt = pick(
        language,
        f"10×10 혼동 행렬. 시험 이미지 {images:,}장 가운데 {wrong}장을 잘못 읽었고, 대각선의 합은 {images - wrong:,}이다(정확도 {right} %). "
        f"가장 잦은 잘못은 {often} 읽은 것으로 {most}번이다.",
        f"A confusion matrix of 10×10. Of {images:,} test digits {wrong} were misread; the diagonal adds up to {images - wrong:,}, an accuracy of {right} %. "
        f"The most frequent mistake, made {most} times, was to read {often}.",
    )
    return Figure(picture(LEFT + 10 * SIZE + 8, TOP + 10 * SIZE + 8, *parts), alt)
