"""Windows of width 3 on a row of seven pixels, with strides 1, 2 and 3; with 3 the last pixel is left over."""

from cnnlab.lectures.computing.sizes import leftover, starts
from cnnlab.lectures.drawing import Figure, label, pick, picture, rect
from cnnlab.messages import Language

PIXELS, KERNEL = 7, 3
STRIDES = (1, 2, 3)
SIZE = 44


def draw(language: Language) -> Figure:
    parts: list[str] = []
    told = []
    top = 8.0
    for stride in STRIDES:
        begins = starts(PIXELS, KERNEL, stride)
        seen = PIXELS - leftover(PIXELS, KERNEL, stride)
        heading = pick(
            language, f"스트라이드 {stride}: 윈도우 {len(begins)}개", f"stride {stride}: {len(begins)} windows"
        )
        parts.append(label(10, top + 10, heading, "label title", "start"))
        for place in range(PIXELS):
            parts.append(rect(10 + place * SIZE, top + 26, SIZE, 34, "cool" if place < seen else "empty"))
            parts.append(label(10 + (place + 0.5) * SIZE, top + 43, str(place), "number"))
        for row, begin in enumerate(begins):
            parts.append(rect(10 + begin * SIZE + 3, top + 66 + row * 10, KERNEL * SIZE - 6, 6, "bright"))
        if seen < PIXELS:
            words = pick(language, "남음", "left over")
            parts.append(label(10 + PIXELS * SIZE + 8, top + 43, words, "small", "start"))
        rest = pick(language, f"{PIXELS - 1}번 픽셀은 남음", f"pixel {PIXELS - 1} is left over")
        told.append(
            pick(language, f"스트라이드 {stride}이면 ", f"with stride {stride} at ")
            + ", ".join(map(str, begins))
            + (f" ({rest})" if seen < PIXELS else "")
        )
        top += 66 + len(begins) * 10 + 26
    alt = pick(
        language,
        f"픽셀 {PIXELS}개인 행에서 너비 {KERNEL}인 윈도우가 시작하는 자리. {'; '.join(told)}.",
        f"Where windows of width {KERNEL} begin on a row of {PIXELS} pixels: {'; '.join(told)}.",
    )
    return Figure(picture(404, top - 14, *parts), alt)
