"""Where parameters lie and where multiplications are spent, layer by layer, in the lecture's two networks."""

from cnnlab.lectures.computing.networks import DIGIT, KERAS, PYTORCH, Step, steps
from cnnlab.lectures.drawing import Figure, label, line, pick, picture, rect
from cnnlab.messages import Language

LEFT, WIDE, STEP = 70, 290, 46


def shares(found: list[Step]) -> list[tuple[str, float, float]]:
    parameters = sum(step.parameters for step in found)
    work = sum(step.multiplications for step in found)
    return [
        (step.layer.name, step.parameters / parameters, step.multiplications / work)
        for step in found
        if step.parameters
    ]


def draw(language: Language) -> Figure:
    parts: list[str] = []
    told = []
    top = 8.0
    for name, layers in (("PyTorch", PYTORCH), ("Keras", KERAS)):
        found = shares(steps(layers, DIGIT))
        parts += [
            label(6, top + 8, name, "label title", "start"),
            line([(LEFT, top + 22), (LEFT, top + 24 + STEP * len(found))], "axis"),
        ]
        for row, (layer, parameters, work) in enumerate(found):
            y = top + 28 + row * STEP
            parts.append(label(LEFT - 8, y + 18, layer, "label", "end"))
            for place, (share, kind) in enumerate(((parameters, "warm"), (work, "bright"))):
                parts += [
                    rect(LEFT, y + place * 18, share * WIDE, 16, kind),
                    label(LEFT + share * WIDE + 6, y + place * 18 + 8, f"{100 * share:.1f} %", "small", "start"),
                ]
        listed = ", ".join(
            pick(
                language,
                f"{layer}은 파라미터의 {100 * p:.1f} %, 곱셈의 {100 * w:.1f} %",
                f"{layer} has {100 * p:.1f} % of the parameters and {100 * w:.1f} % of the multiplications",
            )
            for layer, p, w in found
        )
        told.append(pick(language, f"{name}: {listed}", f"{name}: {listed}"))
        top += 44 + STEP * len(found)
    parts += [
        rect(LEFT, top, 14, 14, "warm"),
        label(LEFT + 20, top + 7, pick(language, "파라미터의 몫", "share of parameters"), "small", "start"),
        rect(LEFT + 150, top, 14, 14, "bright"),
        label(LEFT + 170, top + 7, pick(language, "곱셈의 몫", "share of multiplications"), "small", "start"),
    ]
    intro = pick(language, "계층마다 두 막대가 있는 그래프. ", "Two bars for each layer. ")
    return Figure(picture(436, top + 24, *parts), intro + ". ".join(told) + ".")
