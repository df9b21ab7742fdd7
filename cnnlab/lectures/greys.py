"""A grey image as a picture: the deeper, the larger. Pixels of a level are one path, so that an image stays small."""

from collections.abc import Sequence

from cnnlab.lectures.drawing import rect

LEVELS = 12


def greys(values: Sequence[Sequence[float]], x: float, y: float, size: float) -> str:
    """Draw an image with pixels of so many units, from its smallest value (empty) to its largest (full)."""
    lowest, highest = min(map(min, values)), max(map(max, values))
    span = (highest - lowest) or 1.0
    paths: dict[int, list[str]] = {}
    for row, numbers in enumerate(values):
        levels = [round((value - lowest) / span * LEVELS) for value in numbers]
        start = 0
        for column in range(1, len(levels) + 1):
            if column < len(levels) and levels[column] == levels[start]:
                continue
            if levels[start]:
                wide = (column - start) * size
                left, top = x + start * size, y + row * size
                paths.setdefault(levels[start], []).append(f"M{left:g} {top:g}h{wide:g}v{size:g}h{-wide:g}z")
            start = column
    drawn = (
        f'<path class="ink" stroke-width="0" shape-rendering="crispEdges" fill-opacity="{level / LEVELS:.2f}" '
        f'd="{"".join(pieces)}"/>'
        for level, pieces in sorted(paths.items())
    )
    return rect(x, y, len(values[0]) * size, len(values) * size, "cell") + "".join(drawn)
