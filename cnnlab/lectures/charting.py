"""Two curves over the epochs of a training, on a logarithmic scale: solid for training, dashed for digits held out."""

from collections.abc import Sequence
from math import log10

from cnnlab.lectures.drawing import label, line, number

Points = Sequence[tuple[float, float]]
LEFT, WIDE, TOP, HIGH = 62, 330, 34, 180
WIDTH, HEIGHT = LEFT + WIDE + 24, TOP + HIGH + 48


def legend(x: float, y: float, solid: str, dashed: str) -> str:
    """What the two curves are."""
    parts = []
    for row, (kind, words) in enumerate((("line-cool", solid), ("line-warm", dashed))):
        middle = y + row * 22
        parts += [line([(x, middle), (x + 36, middle)], kind), label(x + 44, middle, words, "small", "start")]
    return "".join(parts)


def chart(title: str, across: str, solid: Points, dashed: Points, ticks: Sequence[float]) -> str:
    """Draw both from the first tick (bottom) to the last (top); epochs begin at 0."""
    last = max(x for x, _ in [*solid, *dashed])
    low, high = log10(ticks[0]), log10(ticks[-1])

    def place(x: float, y: float) -> tuple[float, float]:
        share = (log10(min(max(y, ticks[0]), ticks[-1])) - low) / (high - low)
        return LEFT + x / last * WIDE, TOP + HIGH * (1 - share)

    every = max(1, round(last / 6))
    parts = [
        label(6, 12, title, "label title", "start"),
        line([(LEFT, TOP), (LEFT, TOP + HIGH), (LEFT + WIDE, TOP + HIGH)], "axis"),
        *(label(LEFT - 8, place(0, tick)[1], number(tick, 4), "small", "end") for tick in ticks),
        *(label(place(x, ticks[0])[0], TOP + HIGH + 16, str(x), "small") for x in range(0, round(last) + 1, every)),
        label(LEFT + WIDE / 2, TOP + HIGH + 38, across, "small"),
        line([place(*point) for point in solid], "line-cool"),
        line([place(*point) for point in dashed], "line-warm"),
    ]
    return "".join(parts)
