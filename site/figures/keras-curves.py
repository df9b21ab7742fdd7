"""Loss of a real training of the lecture's Keras network (data/train_keras.py), epoch by epoch."""

import json
from pathlib import Path

from cnnlab.lectures.charting import HEIGHT, WIDTH, chart, legend
from cnnlab.lectures.drawing import Figure, number, pick, picture
from cnnlab.messages import Language

RUN = json.loads((Path(__file__).parent / "data" / "keras-curves.json").read_text(encoding="utf-8"))


def draw(language: Language) -> Figure:
    history = RUN["history"]
    training, watched = (list(enumerate(history[name], 1)) for name in ("loss", "val_loss"))
    title = pick(language, "손실 (로그 눈금)", "loss (logarithmic)")
    curves = chart(title, pick(language, "에포크", "epochs"), training, watched, (0.01, 0.03, 0.1, 0.3))
    told = "; ".join(
        f"{epoch}: {number(loss, 3)}, {number(seen, 3)}"
        for (epoch, loss), (_, seen) in zip(training, watched, strict=True)
    )
    lowest = min(watched, key=lambda point: point[1])[0]
    accuracy = number(100 * RUN["test"]["accuracy"])
    alt = pick(
        language,
        f"훈련 손실(실선)과 검증 손실(점선)의 곡선. 에포크마다 loss와 val_loss는 {told}이다. 검증 손실은 {lowest}번째 에포크에서 가장 작다. "
        f"학습이 끝난 뒤 시험 이미지의 정확도는 {accuracy} %이다.",
        f"Curves of the training loss (solid) and the validation loss (dashed). By epoch, loss and val_loss are {told}. The validation loss is lowest in epoch {lowest}. "
        f"The accuracy on the test digits, measured at the end, is {accuracy} %.",
    )
    return Figure(picture(WIDTH, HEIGHT, curves, legend(240, 48, "loss", "val_loss")), alt)
