"""A centre–surround cell: its sensitivity across its field, and its response to spots of growing size."""

from cnnlab.lectures.computing.vision import response_to_spot, sensitivity_of_centre_and_surround
from cnnlab.lectures.drawing import Figure, label, line, number, pick, picture
from cnnlab.messages import Language

CENTRE, SURROUND, BALANCE = 1.0, 3.0, 0.9
LEFT, WIDE, HIGH = 48, 340, 120
FARTHEST = 8.0


def draw(language: Language) -> Figure:
    cell = (CENTRE, SURROUND, BALANCE)
    distances = [step / 10 - FARTHEST for step in range(int(FARTHEST * 20) + 1)]
    profile = [sensitivity_of_centre_and_surround(distance, *cell) for distance in distances]
    radii = [step / 20 for step in range(int(FARTHEST * 20) + 1)]
    responses = [response_to_spot(radius, *cell) for radius in radii]
    best = max(zip(responses, radii, strict=True))
    parts: list[str] = []
    panels = (
        (pick(language, "자리마다의 민감도", "sensitivity across the field"), distances, profile, 34),
        (pick(language, "점의 반지름에 따른 반응", "response by radius of the spot"), radii, responses, 34 + HIGH + 92),
    )
    for name, across, values, top in panels:
        scale = HIGH / 2 / max(values)
        zero = top + HIGH / 2
        first, last = across[0], across[-1]

        def place(x: float, first: float = first, last: float = last) -> float:
            return LEFT + (x - first) / (last - first) * WIDE

        parts += [
            label(LEFT, top - 18, name, "label title", "start"),
            line([(LEFT, zero), (LEFT + WIDE, zero)], "axis"),
            label(LEFT - 8, zero, "0", "small", "end"),
            line([(place(x), zero - value * scale) for x, value in zip(across, values, strict=True)], "line-cool"),
            line([(place(x), zero + value * scale) for x, value in zip(across, values, strict=True)], "line-warm"),
        ]
        for tick in range(int(first), int(last) + 1, 2):
            parts.append(label(place(tick), top + HIGH + 12, number(tick), "small"))
    on, off = pick(language, "ON 중심", "ON centre"), pick(language, "OFF 중심", "OFF centre")
    parts += [
        label(LEFT + WIDE / 2 + 32, 44, on, "label", "start"),
        label(LEFT + WIDE / 2 + 32, 34 + HIGH - 12, off, "label", "start"),
        label(
            LEFT + WIDE,
            34 + HIGH + 30,
            pick(language, "가운데로부터의 거리", "distance from the middle"),
            "small",
            "end",
        ),
        label(LEFT + 210, 34 + HIGH + 92 + 8, on, "label", "start"),
        label(LEFT + 210, 34 + 2 * HIGH + 92 - 8, off, "label", "start"),
        label(
            LEFT + WIDE, 34 + 2 * HIGH + 92 + 30, pick(language, "점의 반지름", "radius of the spot"), "small", "end"
        ),
    ]
    largest, radius = number(best[0]), number(best[1])
    end = number(responses[-1])
    alt = pick(
        language,
        "그래프 두 개. 위: ON 중심 세포의 민감도는 가운데에서 높이 솟고 둘레에서 조금 음수이며, OFF 중심 세포는 그 위아래를 뒤집은 모양이다. "
        f"아래: 점이 커지면 ON 중심 세포의 반응은 반지름 {radius}에서 {largest}까지 올랐다가, 점이 둘레를 덮을수록 줄어 반지름 {number(FARTHEST)}에서는 {end}이 된다.",
        "Two graphs. Above: the sensitivity of an ON-centre cell rises high in the middle and is slightly negative around it; that of an OFF-centre cell is the same upside down. "
        f"Below: as a spot grows, the response of the ON-centre cell rises to {largest} at a radius of {radius}, then falls while the spot covers the surround, to {end} at {number(FARTHEST)}.",
    )
    return Figure(picture(LEFT + WIDE + 16, 34 + 2 * HIGH + 92 + 42, *parts), alt)
