"""The receptive field of one value behind each layer, drawn on a 28×28 image."""

from cnnlab.lectures.computing.seeing import KERAS, PYTORCH, fields, jumps
from cnnlab.lectures.drawing import Figure, label, line, pick, picture, rect
from cnnlab.messages import Language

SIDE, PIXEL = 28, 9
LEFT, TOP = 10, 32
KINDS = ("bright", "cool", "warm", "good", "sunk")


def draw(language: Language) -> Figure:
    sides, steps = fields(KERAS), jumps(KERAS)
    across = SIDE * PIXEL
    parts = [
        label(LEFT + across / 2, 14, pick(language, "입력 28×28", "input, 28×28"), "label title"),
        rect(LEFT, TOP, across, across, "cell"),
    ]
    corner = (SIDE - max(sides)) // 2
    boxes = list(zip(KERAS, sides, steps, KINDS, strict=True))
    for _, side, _, kind in reversed(boxes):
        parts.append(rect(LEFT + corner * PIXEL, TOP + corner * PIXEL, side * PIXEL, side * PIXEL, kind))
    for place in range(1, SIDE):
        at = place * PIXEL
        parts.append(line([(LEFT + at, TOP + across - 4), (LEFT + at, TOP + across)], "axis"))
        parts.append(line([(LEFT, TOP + at), (LEFT + 4, TOP + at)], "axis"))
    x = LEFT + across + 24
    for place, (layer, side, step, kind) in enumerate(boxes):
        y = TOP + 20 + place * 50
        parts += [
            rect(x, y - 10, 20, 20, kind),
            label(x + 30, y - 1, f"{layer.name}: {side}×{side}", "label title", "start"),
            label(x + 30, y + 18, pick(language, f"간격 {step}픽셀", f"jump {step}"), "small", "start"),
        ]
    names = "; ".join(
        pick(language, f"{layer.name} 뒤에서 {side}×{side}", f"{side}×{side} behind {layer.name}")
        for layer, side, _, _ in boxes
    )
    alt = pick(
        language,
        f"28×28 입력 위에 겹쳐 그린 정사각형 다섯 개. 왼쪽 위 모서리를 맞춘 수용야이다: {names}. "
        f"PyTorch 신경망은 {PYTORCH[-1].name}까지이고 Keras 신경망에는 {KERAS[-1].name}이 더 있다.",
        f"Five squares on a 28×28 input, aligned at their upper left corner, are the receptive fields: {names}. "
        f"The PyTorch network ends with {PYTORCH[-1].name}; the Keras network has {KERAS[-1].name} as well.",
    )
    return Figure(picture(436, TOP + across + 10, *parts), alt)
