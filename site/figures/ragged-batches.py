"""Three batches as bars as wide as they have images: the mean of the bars against the mean of the images."""

from cnnlab.lectures.computing.answering import mean_of_batches, mean_of_images
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture, rect
from cnnlab.messages import Language

SIZES, LOSSES = (4, 4, 2), (0.5, 0.7, 3.0)
LEFT, FLOOR, WIDE, UNIT = 20, 226, 26, 62


def draw(language: Language) -> Figure:
    by_batch, by_image = mean_of_batches(LOSSES), mean_of_images(LOSSES, SIZES)
    right = LEFT + sum(SIZES) * WIDE
    parts = [
        label(LEFT, 12, pick(language, "배치의 평균 손실", "mean loss of a batch"), "label title", "start"),
        line([(LEFT, FLOOR), (right + 130, FLOOR)], "axis"),
    ]
    x = float(LEFT)
    for size, loss in zip(SIZES, LOSSES, strict=True):
        for place in range(size):
            parts.append(rect(x + place * WIDE, FLOOR - loss * UNIT, WIDE, loss * UNIT, "cool"))
        parts += [
            label(x + size * WIDE / 2, FLOOR - loss * UNIT - 9, number(loss), "label"),
            label(x + size * WIDE / 2, FLOOR + 15, pick(language, f"{size}장", f"{size} images"), "small"),
        ]
        x += size * WIDE
    for mean, words, kind in (
        (by_batch, pick(language, "배치의 평균", "by batch"), "line-warm"),
        (by_image, pick(language, "이미지의 평균", "by image"), "line-cool"),
    ):
        y = FLOOR - mean * UNIT
        parts += [
            line([(LEFT, y), (right + 8, y)], kind),
            label(right + 12, y, f"{words} {number(mean)}", "small", "start"),
        ]
    listed = ", ".join(
        pick(language, f"{size}장에 {number(loss)}", f"{number(loss)} for {size} images")
        for size, loss in zip(SIZES, LOSSES, strict=True)
    )
    alt = pick(
        language,
        f"막대의 너비가 이미지 수인 그래프. 배치의 평균 손실은 {listed}이다. 세 배치를 똑같이 평균하면 {number(by_batch)}, "
        f"이미지를 똑같이 평균하면 {number(by_image)}이다.",
        f"Bars as wide as their batches: {listed}. Averaged by batch the loss is {number(by_batch)}, averaged by image {number(by_image)}.",
    )
    return Figure(picture(432, FLOOR + 30, *parts), alt)
