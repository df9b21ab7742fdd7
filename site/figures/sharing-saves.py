"""Weights and multiplications from 28×28 to 24×24: fully connected, local, and shared."""

from math import log10

from cnnlab.lectures.computing.sharing import convolutional, fully_connected, local
from cnnlab.lectures.drawing import Figure, label, pick, picture, rect
from cnnlab.messages import Language

SIZE, KERNEL = 28, 5
DECADE = 37.0


def draw(language: Language) -> Figure:
    parts: list[str] = []
    told = []
    weights_word, work_word = pick(language, "가중치", "weights"), pick(language, "곱셈", "multiplications")
    for row, (cost, ko, en) in enumerate(
        (
            (fully_connected(SIZE, KERNEL), "완전 연결", "fully connected"),
            (local(SIZE, KERNEL), "가까운 25픽셀만(가중치는 저마다)", "25 near pixels (own weights)"),
            (convolutional(SIZE, KERNEL), "컨볼루션(가중치를 함께 씀)", "convolution (shared weights)"),
        )
    ):
        top = row * 92.0
        parts.append(label(10, top + 14, pick(language, ko, en), "label title", "start"))
        for place, (kind, amount, word) in enumerate(
            (("bright", cost.weights, weights_word), ("warm", cost.multiplications, work_word))
        ):
            y = top + 30 + place * 26
            parts.append(rect(10, y, log10(amount) * DECADE, 20, kind))
            parts.append(
                label(
                    18 + log10(amount) * DECADE,
                    y + 10,
                    pick(language, f"{word} {amount:,}", f"{amount:,} {word}"),
                    "small",
                    "start",
                )
            )
        told.append(
            f"{pick(language, ko, en)}: {weights_word} {cost.weights:,}, {work_word} {cost.multiplications:,}"
            if language is Language.KOREAN
            else f"{en}: {cost.weights:,} {weights_word} and {cost.multiplications:,} {work_word}"
        )
    alt = pick(
        language,
        f"{SIZE}×{SIZE} 이미지에서 24×24 맵을 만드는 세 방법의 막대그래프. {'; '.join(told)}. 막대는 값이 10배가 될 때마다 같은 길이만큼 길어진다.",
        f"Bars for three ways from a {SIZE}×{SIZE} image to a 24×24 map. {'; '.join(told)}. A bar grows by the same length for every factor of ten.",
    )
    return Figure(picture(420, 276, *parts), alt)
