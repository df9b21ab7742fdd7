"""A kernel that begins with zeros and learns, from a seven and the map that is wanted, to find vertical edges."""

from cnnlab.lectures.computing.correlating import correlated
from cnnlab.lectures.computing.learning import learned
from cnnlab.lectures.computing.strokes import SEVEN, drawn
from cnnlab.lectures.drawing import Figure, grid, label, number, pick, picture
from cnnlab.messages import Language

WANTED = [[-1, 0, 1]] * 3
STEPS = (0, 1, 10, 1000)
RATE = 0.3
SIZE = 62


def kind(value: float) -> str:
    return "cool" if value > 0.05 else "warm" if value < -0.05 else "cell"


def after(steps: int, language: Language) -> str:
    if steps == 0:
        return pick(language, "처음", "at first")
    return pick(language, f"{steps:,}번 고친 뒤", f"after {steps:,} step{'s' if steps > 1 else ''}")


def draw(language: Language) -> Figure:
    image = drawn(SEVEN, 16)
    parts: list[str] = []
    told = []
    for place, state in enumerate(learned(image, correlated(image, WANTED), 3, STEPS, RATE)):
        left, top = 10 + place % 2 * 216, place // 2 * 244
        kernel = [[round(value, 2) for value in row] for row in state.kernel]
        kinds = [[kind(value) for value in row] for row in kernel]
        loss = f"{state.loss:.4f}" if state.loss >= 0.0001 else "< 0.0001"
        heading = after(state.steps, language)
        parts += [
            label(left + 1.5 * SIZE, top + 14, heading, "label title"),
            grid(kernel, left, top + 28, SIZE, lambda row, column, kinds=kinds: kinds[row][column]),
            label(left + 1.5 * SIZE, top + 3 * SIZE + 42, pick(language, f"손실 {loss}", f"loss {loss}"), "small"),
        ]
        rows = "; ".join(", ".join(number(value) for value in row) for row in kernel)
        told.append(pick(language, f"{heading} {rows} (손실 {loss})", f"{heading} {rows} (loss {loss})"))
    alt = pick(
        language,
        f"0에서 시작한 3×3 커널이 학습하는 과정. {'. '.join(told)}.",
        f"A 3×3 kernel that starts from zeros, as it learns: {'. '.join(told)}.",
    )
    return Figure(picture(422, 482, *parts), alt)
