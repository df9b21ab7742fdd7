"""A bar moves across the field of a simple cell (Gabor) and of a complex cell (energy): light bar, dark bar."""

from cnnlab.lectures.computing.vision import bar, complex_cell, simple_cell
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture
from cnnlab.messages import Language

PLACES = range(-16, 17)
LEFT, STEP, HIGH = 40, 11, 110


def draw(language: Language) -> Figure:
    bars = [bar(place) for place in PLACES]
    largest = max(simple_cell(each) for each in bars)
    width = STEP * (len(PLACES) - 1)
    parts: list[str] = []
    kept = []
    names = (pick(language, "밝은 막대", "light bar"), pick(language, "어두운 막대", "dark bar"))
    for sign, name, top in zip((1, -1), names, (34, 34 + HIGH + 66), strict=True):
        simple = [simple_cell(sign * each) / largest for each in bars]
        complexes = [complex_cell(sign * each) / largest for each in bars]
        bottom = top + HIGH
        parts += [
            label(LEFT, top - 18, name, "label title", "start"),
            line([(LEFT, top), (LEFT, bottom), (LEFT + width, bottom)], "axis"),
            label(LEFT - 8, top, "1", "small", "end"),
            label(LEFT - 8, bottom, "0", "small", "end"),
        ]
        for values, kind in ((simple, "line-cool"), (complexes, "line-warm")):
            parts.append(line([(LEFT + x * STEP, bottom - HIGH * value) for x, value in enumerate(values)], kind))
        for x, place in enumerate(PLACES):
            if place % 8 == 0:
                parts.append(label(LEFT + x * STEP, bottom + 14, number(place), "small"))
        kept.append([sum(value > 0.5 for value in values) for values in (simple, complexes)])
        weakest = max(simple)
    foot = 34 + 2 * HIGH + 66 + 36
    parts += [
        label(LEFT + width, foot, pick(language, "막대의 자리 (픽셀)", "place of the bar (pixels)"), "small", "end"),
        line([(LEFT, foot + 24), (LEFT + 36, foot + 24)], "line-cool"),
        label(LEFT + 44, foot + 24, pick(language, "단순세포", "simple cell"), "label", "start"),
        line([(LEFT + 170, foot + 24), (LEFT + 206, foot + 24)], "line-warm"),
        label(LEFT + 214, foot + 24, pick(language, "복합세포", "complex cell"), "label", "start"),
    ]
    (simple_light, complex_light), (_, complex_dark) = kept
    alt = pick(
        language,
        f"막대의 자리에 따른 반응. 밝은 막대에 단순세포는 가운데의 {simple_light}자리에서만, 복합세포는 {complex_light}자리에서 최댓값의 절반을 넘는다. "
        f"어두운 막대에는 단순세포가 가운데에서 조용하고 그 양옆에서 {number(weakest)}까지만 반응하지만, 복합세포는 밝은 막대일 때와 똑같이 {complex_dark}자리에서 반응한다.",
        f"Responses by place of the bar. To a light bar the simple cell exceeds half of its maximum at only {simple_light} places in the middle, the complex cell at {complex_light}. "
        f"To a dark bar the simple cell is silent in the middle and reaches only {number(weakest)} on either side; the complex cell responds at {complex_dark} places, just as to the light bar.",
    )
    return Figure(picture(LEFT + width + 18, foot + 42, *parts), alt)
