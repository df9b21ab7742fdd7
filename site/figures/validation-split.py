"""How the 70,000 digits of MNIST are used: to learn from, to watch, and once at the end to test."""

from cnnlab.lectures.drawing import Figure, label, pick, picture, rect
from cnnlab.messages import Language

TRAINING, TEST, HELD_OUT = 60_000, 10_000, 0.1
LEFT, WIDE, GAP, TOP, HIGH = 12, 388, 26, 36, 44


def draw(language: Language) -> Figure:
    watched = round(TRAINING * HELD_OUT)
    parts_of = (
        (TRAINING - watched, "cool", pick(language, "학습", "learn")),
        (watched, "warm", pick(language, "검증", "watch")),
        (TEST, "good", pick(language, "시험", "test")),
    )
    unit = WIDE / (TRAINING + TEST)
    parts = [
        label(
            LEFT,
            14,
            pick(language, f"훈련 이미지 {TRAINING:,}장", f"{TRAINING:,} training images"),
            "label title",
            "start",
        ),
    ]
    x = float(LEFT)
    for count, kind, _ in parts_of:
        x += GAP if count == TEST else 0
        parts.append(rect(x, TOP, count * unit, HIGH, kind))
        x += count * unit
    when = (
        pick(language, "배치마다 가중치를 옮긴다", "moves the weights, batch by batch"),
        pick(language, "에포크가 끝날 때마다 재고, 고를 때 본다", "measured every epoch, to choose by"),
        pick(language, "모두 고른 뒤에 한 번만 잰다", "measured once, after all choices"),
    )
    for row, ((count, kind, words), told) in enumerate(zip(parts_of, when, strict=True)):
        y = TOP + HIGH + 26 + row * 26
        parts += [
            rect(LEFT, y - 7, 14, 14, kind),
            label(LEFT + 22, y, f"{words} {count:,}: {told}", "small", "start"),
        ]
    listed = "; ".join(
        pick(language, f"{words} {count:,}장, {told}", f"{words}, {count:,}: {told}")
        for (count, _, words), told in zip(parts_of, when, strict=True)
    )
    alt = pick(
        language,
        f"MNIST 70,000장을 세 부분으로 나눈 띠. {listed}. 학습과 검증은 훈련 이미지 60,000장을 나눈 것이고, 시험 이미지는 따로 있다.",
        f"A bar of MNIST's 70,000 digits in three parts: {listed}. The first two share the 60,000 training images; those for the test are apart.",
    )
    return Figure(picture(436, TOP + HIGH + 92, *parts), alt)
