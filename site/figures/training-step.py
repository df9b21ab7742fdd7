"""One step of training: a batch goes forward to a loss, gradients come back, weights move; then the gradients are cleared."""

from cnnlab.lectures.drawing import Figure, arrow, label, pick, picture, rect
from cnnlab.messages import Language

BOXES = (
    ("optimizer.zero_grad()", "옛 기울기를 지운다", "clears old gradients", "sunk"),
    ("logits = model(images)", "순전파: 로짓을 구한다", "forward: computes logits", "cool"),
    ("loss = loss_of(logits, labels)", "손실을 수 하나로 잰다", "measures the loss", "cool"),
    ("loss.backward()", "역전파: 기울기를 더한다", "backward: adds gradients", "warm"),
    ("optimizer.step()", "가중치를 옮긴다", "moves the weights", "good"),
)
LEFT, WIDE, HIGH, STEP = 64, 320, 48, 68


def draw(language: Language) -> Figure:
    parts = []
    for row, (code, ko, en, kind) in enumerate(BOXES):
        y = 8 + row * STEP
        parts += [
            rect(LEFT, y, WIDE, HIGH, kind),
            label(LEFT + WIDE / 2, y + 15, code, "label title"),
            label(LEFT + WIDE / 2, y + 35, pick(language, ko, en), "small"),
        ]
        if row:
            parts.append(arrow(LEFT + WIDE / 2, y - 19, LEFT + WIDE / 2, y - 1))
    first, last = 8 + HIGH / 2, 8 + (len(BOXES) - 1) * STEP + HIGH / 2
    parts += [
        rect(20, first, 1, last - first, "ink"),
        rect(20, last, LEFT - 20, 1, "ink"),
        arrow(20, first, LEFT, first),
        label(
            6,
            last + 40,
            pick(language, "왼쪽의 선: 다음 배치로", "line on the left: on to the next batch"),
            "small",
            "start",
        ),
    ]
    steps = "; ".join(f"{code}: {pick(language, ko, en)}" for code, ko, en, _ in BOXES)
    alt = pick(
        language,
        f"학습 한 걸음의 다섯 상자가 위에서 아래로 이어지고, 마지막 상자에서 다음 배치의 첫 상자로 돌아간다. {steps}.",
        f"Five boxes of one training step, from top to bottom; from the last a line leads back to the first, for the next batch. {steps}.",
    )
    return Figure(picture(404, last + 56, *parts), alt)
