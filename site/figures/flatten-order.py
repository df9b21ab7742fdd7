"""Two channels of 2×3 values laid out in one row: channel after channel, row after row."""

from cnnlab.lectures.computing.connecting import flat_place
from cnnlab.lectures.drawing import Figure, arrow, grid, label, number, pick, picture, rect
from cnnlab.messages import Language

CHANNELS = ([[5, 1, 4], [2, 0, 3]], [[9, 7, 6], [8, 1, 2]])
SIZE, SLOT = 40, 33
KINDS = ("cool", "warm")


def draw(language: Language) -> Figure:
    flat = [0.0] * 12
    kinds = [""] * 12
    parts: list[str] = []
    for channel, values in enumerate(CHANNELS):
        left = 46 + channel * 190
        parts += [
            label(left + 1.5 * SIZE, 14, pick(language, f"채널 {channel}", f"channel {channel}"), "label title"),
            grid(values, left, 30, SIZE, KINDS[channel]),
        ]
        for row, numbers in enumerate(values):
            for column, value in enumerate(numbers):
                place = flat_place(channel, row, column, 2, 3)
                flat[place], kinds[place] = value, KINDS[channel]
    parts += [
        arrow(106, 118, 106, 148),
        arrow(296, 118, 296, 148),
        label(208, 132, pick(language, "평탄화", "flatten"), "label"),
        grid([flat], 8, 160, SLOT, lambda _, place: kinds[place]),
        rect(8 + 6 * SLOT, 160, 6 * SLOT, SLOT, "frame"),
        rect(8, 160, 6 * SLOT, SLOT, "frame"),
        *(label(8 + (place + 0.5) * SLOT, 206, str(place), "small") for place in range(12)),
    ]
    told = ["; ".join(", ".join(number(v) for v in row) for row in values) for values in CHANNELS]
    alt = pick(
        language,
        f"행이 {told[0]}인 채널 0과 행이 {told[1]}인 채널 1을 한 줄로 폈다. "
        f"0번부터 11번까지 차례로 {', '.join(map(number, flat))}이다. 앞의 여섯 값이 채널 0, 뒤의 여섯 값이 채널 1이다.",
        f"Channel 0 with the rows {told[0]} and channel 1 with the rows {told[1]} are laid out in one row. "
        f"From place 0 to place 11 it holds {', '.join(map(number, flat))}: first the six values of channel 0, then the six of channel 1.",
    )
    return Figure(picture(412, 220, *parts), alt)
