"""What the pigments of the three kinds of cones and of the rods absorb, by wavelength."""

from cnnlab.lectures.computing.vision import PEAKS, absorbed
from cnnlab.lectures.drawing import Figure, label, line, pick, picture
from cnnlab.messages import Language

FIRST, LAST, UNIT = 380, 680, 1.2
LEFT, TOP, HIGH = 44, 74, 170
KINDS = {"S": "line-cool", "rod": "axis", "M": "line", "L": "line-warm"}


def place(wavelength: float) -> float:
    return LEFT + (wavelength - FIRST) * UNIT


def draw(language: Language) -> Figure:
    bottom = TOP + HIGH
    parts = [
        label(
            LEFT - 36,
            14,
            pick(language, "흡수하는 빛 (최댓값 = 1)", "light absorbed (peak = 1)"),
            "label title",
            "start",
        ),
        line([(LEFT, TOP), (LEFT, bottom), (place(LAST), bottom)], "axis"),
        label(LEFT - 8, TOP, "1", "small", "end"),
        label(LEFT - 8, bottom, "0", "small", "end"),
        label(place(LAST), bottom + 38, pick(language, "파장 (nm)", "wavelength (nm)"), "small", "end"),
    ]
    for wavelength in range(400, LAST + 1, 50):
        x = place(wavelength)
        parts += [line([(x, bottom), (x, bottom + 5)], "axis"), label(x, bottom + 16, str(wavelength), "small")]
    for kind, peak in PEAKS.items():
        curve = [(place(w), bottom - HIGH * absorbed(w, peak)) for w in range(FIRST, LAST + 1, 4)]
        parts.append(line(curve, KINDS[kind]))
        name = pick(language, "간상", "rod") if kind == "rod" else kind
        parts.append(label(place(peak), 58 if kind == "M" else 40, f"{name} {peak}", "label"))
        parts.append(line([(place(peak), 67 if kind == "M" else 49), (place(peak), TOP - 2)], "axis"))
    green = PEAKS["M"]
    share = round(100 * absorbed(green, PEAKS["L"]))
    alt = pick(
        language,
        f"파장에 따른 네 개의 종 모양 곡선. 꼭대기는 S 원추세포 {PEAKS['S']}, 간상세포 {PEAKS['rod']}, M 원추세포 {PEAKS['M']}, "
        f"L 원추세포 {PEAKS['L']} nm에 있다. M과 L은 크게 겹쳐, M의 꼭대기에서 L도 자기 최댓값의 {share} %를 흡수한다.",
        f"Four bell-shaped curves by wavelength. Their peaks lie at {PEAKS['S']} nm for S cones, {PEAKS['rod']} for rods, {PEAKS['M']} for M cones and "
        f"{PEAKS['L']} for L cones. M and L overlap widely: at the peak of M, L still absorbs {share} % of its own maximum.",
    )
    return Figure(picture(place(LAST) + 14, bottom + 50, *parts), alt)
