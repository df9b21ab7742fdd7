"""One slanted bar, and how strongly simple cells of six orientations respond to it."""

from math import cos, radians, sin

from cnnlab.lectures.computing.vision import bar, relative, simple_cell
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture, rect
from cnnlab.messages import Language

SHOWN = 40
TURNS = (0, 30, 60, 90, 120, 150)
LEFT, STEP, HIGH = 130, 48, 130


def stroke(x: float, y: float, turn: float, half: float, kind: str) -> str:
    """A bar as a line; a turn of 0 stands upright."""
    across, down = -sin(radians(turn)) * half, cos(radians(turn)) * half
    return line([(x - across, y - down), (x + across, y + down)], kind)


def draw(language: Language) -> Figure:
    stimulus = bar(0, SHOWN)
    answers = [simple_cell(stimulus, turn) for turn in TURNS]
    heights = relative(answers)
    bottom = 36 + HIGH
    parts = [
        label(60, 14, pick(language, "보여 준 막대", "bar shown"), "label title"),
        rect(20, 50, 80, 80, "sunk"),
        stroke(60, 90, SHOWN, 32, "line-cool"),
        label(60, 146, f"{SHOWN}°", "label"),
        label(LEFT + 3 * STEP, 14, pick(language, "세포들의 반응", "responses of the cells"), "label title"),
        line([(LEFT, bottom), (LEFT + len(TURNS) * STEP, bottom)], "axis"),
    ]
    for place, (turn, height) in enumerate(zip(TURNS, heights, strict=True)):
        x = LEFT + (place + 0.5) * STEP
        parts += [
            rect(x - 15, bottom - (HIGH - 20) * height, 30, (HIGH - 20) * height, "bright"),
            label(x, bottom - (HIGH - 20) * height - 10, number(height), "small"),
            stroke(x, bottom + 24, turn, 13, "line"),
            label(x, bottom + 50, f"{turn}°", "small"),
        ]
    told = ", ".join(f"{turn}° {number(height)}" for turn, height in zip(TURNS, heights, strict=True))
    alt = pick(
        language,
        f"{SHOWN}° 기울어진 막대 하나를 여섯 방향의 단순세포에 보여 준 막대그래프. 가장 큰 반응을 1로 하면 세포의 방향마다 {told}이다.",
        f"A bar turned by {SHOWN}° is shown to simple cells of six orientations. With the largest response as 1, a bar chart shows {told}.",
    )
    return Figure(picture(LEFT + len(TURNS) * STEP + 12, bottom + 64, *parts), alt)
