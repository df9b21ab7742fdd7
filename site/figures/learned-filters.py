"""The 32 kernels of conv1 as the real training (data/train.py) left them."""

import json
from pathlib import Path

from cnnlab.lectures.drawing import Figure, pick, picture
from cnnlab.lectures.shading import shades
from cnnlab.messages import Language

KERNELS = json.loads((Path(__file__).parent / "data" / "learned-filters.json").read_text(encoding="utf-8"))["weight"]
COLUMNS, SIZE, STEP = 8, 14, 50


def contrasts(kernel: list[list[float]]) -> tuple[float, float]:
    """How much the right column exceeds the left one, and the bottom row the top one, both as magnitudes."""
    across = sum(row[2] - row[0] for row in kernel)
    down = sum(low - high for low, high in zip(kernel[2], kernel[0], strict=True))
    return abs(across), abs(down)


def draw(language: Language) -> Figure:
    places = [(6 + number % COLUMNS * STEP, 6 + number // COLUMNS * STEP) for number in range(len(KERNELS))]
    parts = [shades(kernel, *place, SIZE, "bright") for kernel, place in zip(KERNELS, places, strict=True)]
    found = [contrasts(kernel) for kernel in KERNELS]
    upright, level = sum(a > 2 * b for a, b in found), sum(b > 2 * a for a, b in found)
    slanted = len(found) - upright - level
    mixed = sum(min(map(min, kernel)) < 0 < max(map(max, kernel)) for kernel in KERNELS)
    alt = pick(
        language,
        f"학습된 3×3 커널 {len(KERNELS)}개. {mixed}개에 양수와 음수 가중치가 함께 있다. {upright}개는 주로 왼쪽과 오른쪽이, {level}개는 주로 위와 아래가 "
        f"다르고, {slanted}개는 어느 한쪽으로 치우치지 않는다.",
        f"{len(KERNELS)} learned kernels of 3×3. {mixed} of them have positive and negative weights. {upright} differ mainly between left and right, {level} mainly "
        f"between top and bottom, {slanted} in neither direction much more than in the other.",
    )
    rows = -(-len(KERNELS) // COLUMNS)
    return Figure(picture(COLUMNS * STEP + 4, rows * STEP + 4, *parts), alt)
