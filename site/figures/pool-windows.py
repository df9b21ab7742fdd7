"""Where the windows of a row begin: stride 2, stride 1, and a row of five whose last pixel is left out."""

from cnnlab.lectures.drawing import Figure, label, pick, picture, rect
from cnnlab.messages import Language

KERNEL = 2
CASES = ((4, 2), (4, 1), (5, 2))
SIZE = 46


def starts(size: int, stride: int) -> list[int]:
    return list(range(0, size - KERNEL + 1, stride))


def draw(language: Language) -> Figure:
    parts: list[str] = []
    top = 8.0
    told = []
    for size, stride in CASES:
        begins = starts(size, stride)
        covered = {begin + place for begin in begins for place in range(KERNEL)}
        left = 10.0
        heading = pick(
            language,
            f"픽셀 {size}개, 스트라이드 {stride}: 윈도우 {len(begins)}개",
            f"{size} pixels, stride {stride}: {len(begins)} windows",
        )
        parts.append(label(left, top + 10, heading, "label title", "start"))
        for place in range(size):
            parts.append(rect(left + place * SIZE, top + 26, SIZE, 34, "cool" if place in covered else "empty"))
            parts.append(label(left + (place + 0.5) * SIZE, top + 43, str(place), "number"))
        for row, begin in enumerate(begins):
            y = top + 66 + (row * 9 if stride < KERNEL else 0)
            parts.append(rect(left + begin * SIZE + 3, y, KERNEL * SIZE - 6, 6, "bright"))
        lost = [place for place in range(size) if place not in covered]
        if lost:
            x = left + size * SIZE + 12
            parts.append(label(x, top + 43, pick(language, "쓰이지 않음", "left out"), "small", "start"))
        left_out = pick(language, f", {lost[0]}번 픽셀은 쓰이지 않음", f", pixel {lost[0]} is left out") if lost else ""
        told.append(
            pick(
                language,
                f"픽셀 {size}개에 스트라이드 {stride}이면 윈도우가 {', '.join(map(str, begins))}에서 시작{left_out}",
                f"with {size} pixels and stride {stride} they begin at {', '.join(map(str, begins))}{left_out}",
            )
        )
        top += 112 if stride < KERNEL else 94
    intro = pick(language, "너비가 2인 윈도우가 한 행 위에 놓이는 자리. ", "Where windows of width 2 lie on a row: ")
    return Figure(picture(340, top, *parts), intro + "; ".join(told) + ".")
