"""The same three logits, all raised by 5, and all doubled: softmax sees differences only."""

from cnnlab.lectures.computing.answering import softmax
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture, rect
from cnnlab.messages import Language

LOGITS = (2.0, 1.0, 0.0)
PANEL, HEIGHT, WIDE = 136, 110, 34


def draw(language: Language) -> Figure:
    cases = (
        (pick(language, "로짓", "logits"), LOGITS),
        (pick(language, "모두 + 5", "all + 5"), tuple(each + 5 for each in LOGITS)),
        (pick(language, "모두 × 2", "all × 2"), tuple(each * 2 for each in LOGITS)),
    )
    parts: list[str] = []
    told = []
    for panel, (title, logits) in enumerate(cases):
        left, floor = 8 + panel * PANEL, 50 + HEIGHT
        shares = softmax(logits)
        parts += [
            label(left + 60, 14, title, "label title"),
            line([(left, floor), (left + 120, floor)], "axis"),
        ]
        for place, (logit, share) in enumerate(zip(logits, shares, strict=True)):
            x = left + 4 + place * 39
            parts += [
                rect(x, floor - share * HEIGHT, WIDE, share * HEIGHT, "bright"),
                label(x + WIDE / 2, floor - share * HEIGHT - 10, f"{share:.2f}", "small"),
                label(x + WIDE / 2, floor + 14, number(logit), "label"),
            ]
        values, probabilities = ", ".join(map(number, logits)), ", ".join(f"{each:.2f}" for each in shares)
        told.append(pick(language, f"로짓 {values}의 확률은 {probabilities}", f"logits {values} give {probabilities}"))
    alt = pick(
        language,
        f"세 로짓의 확률을 막대로 그린 세 그림. {'. '.join(told)}이다. 앞의 두 그림은 막대가 같고, 셋째 그림에서는 가장 높은 막대가 더 높다.",
        f"Three bar charts of the probabilities of three logits: {'; '.join(told)}. The first two have equal bars; in the third the highest is higher still.",
    )
    return Figure(picture(412, 192, *parts), alt)
