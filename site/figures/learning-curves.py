"""Loss and mistakes of the real training (data/train.py), epoch by epoch."""

import json
from pathlib import Path

from cnnlab.lectures.charting import HEIGHT, WIDTH, chart, legend
from cnnlab.lectures.drawing import Figure, number, pick, picture
from cnnlab.messages import Language

RUN = json.loads((Path(__file__).parent / "data" / "learning-curves.json").read_text(encoding="utf-8"))


def draw(language: Language) -> Figure:
    points = RUN["points"]
    training = [(point["epochs"], point["training_loss"]) for point in points]
    held_out = [(point["epochs"], point["held_out"]["loss"]) for point in points]
    title = pick(language, "손실 (로그 눈금)", "loss (logarithmic)")
    curves = chart(title, pick(language, "에포크", "epochs"), training, held_out, (0.01, 0.03, 0.1, 0.3, 1, 3))
    said = legend(
        200,
        48,
        pick(language, "훈련(변형한 숫자)", "training (bent digits)"),
        pick(language, "검증(그대로)", "held out (as they are)"),
    )
    first, last = points[0], points[-1]
    shown = [number(each, 3) for each in (training[0][1], training[-1][1], held_out[0][1], held_out[-1][1])]
    accuracy = [number(100 * point["held_out"]["accuracy"]) for point in (first, last)]
    lower = sum(point["held_out"]["loss"] < point["training_loss"] for point in points)
    epochs, images = RUN["plan"]["epochs"], f"{RUN['plan']['images']:,}"
    alt = pick(
        language,
        f"훈련 이미지 {images}장으로 {epochs}에포크 동안 학습한 손실 곡선. 훈련 손실은 {shown[0]} → {shown[1]}, 검증 손실은 {shown[2]} → {shown[3]}이다. "
        f" 검증 정확도는 처음 {accuracy[0]} %, 마지막 {accuracy[1]} %이다. 측정한 {len(points)}번 가운데 {lower}번은 검증 손실이 훈련 손실보다 낮다.",
        f"Loss over {epochs} epochs with {images} training images. The training loss falls from {shown[0]} to {shown[1]}, the loss on held-out digits from "
        f"{shown[2]} to {shown[3]}; accuracy on them is {accuracy[0]} % at first and {accuracy[1]} % at the end. At {lower} of {len(points)} points it is the lower of the two losses.",
    )
    return Figure(picture(WIDTH, HEIGHT, curves, said), alt)
