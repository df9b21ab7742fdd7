"""Maps as pictures: each value a box, the deeper the larger; a negative value carries a minus sign."""

from collections.abc import Sequence

from cnnlab.lectures.drawing import line, rect

FAINT = 0.04


def shades(values: Sequence[Sequence[float]], x: float, y: float, size: float, kind: str = "ink") -> str:
    """Draw a map with boxes of so many units. Values are shown in relation to the largest magnitude."""
    largest = max((abs(value) for row in values for value in row), default=0.0) or 1.0
    parts = [rect(x, y, len(values[0]) * size, len(values) * size, "cell")]
    for row, numbers in enumerate(values):
        for column, value in enumerate(numbers):
            strength, left, top = abs(value) / largest, x + column * size, y + row * size
            if strength < FAINT:
                continue
            if value > 0:
                parts.append(rect(left, top, size, size, kind, strength))
            else:
                half, middle = size * (0.08 + 0.2 * strength), top + size / 2
                parts.append(line([(left + size / 2 - half, middle), (left + size / 2 + half, middle)], "line-warm"))
    return "".join(parts)
