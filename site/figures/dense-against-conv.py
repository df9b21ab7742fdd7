"""Six inputs and four outputs, joined by a fully connected layer and by a convolution."""

from cnnlab.lectures.computing.connecting import convolutional, fully_connected
from cnnlab.lectures.drawing import Figure, label, line, pick, picture, rect
from cnnlab.messages import Language

INPUTS, KERNEL = 6, 3
OUTPUTS = INPUTS - KERNEL + 1
STYLES = ("line-cool", "line-warm", "line")
BOX, STEP = 24, 40


def draw(language: Language) -> Figure:
    parts: list[str] = []
    counts = []
    for left, links, title in (
        (24.0, fully_connected(INPUTS, OUTPUTS), pick(language, "완전 연결", "fully connected")),
        (244.0, convolutional(INPUTS, KERNEL), pick(language, "컨볼루션", "convolution")),
    ):
        weights = len({which for _, _, which in links})
        counts.append((len(links), weights))
        right, top = left + 130, 36.0
        parts.append(label(left + 77, 14, title, "label title"))
        for source, target, which in links:
            style = STYLES[which] if weights == KERNEL else "axis"
            start = (left + BOX, top + source * STEP + BOX / 2)
            parts.append(line([start, (right, top + (target + 1) * STEP + BOX / 2)], style))
        parts += [rect(left, top + place * STEP, BOX, BOX, "cool") for place in range(INPUTS)]
        parts += [rect(right, top + (place + 1) * STEP, BOX, BOX, "warm") for place in range(OUTPUTS)]
        joined = pick(language, f"연결 {len(links)}개", f"{len(links)} connections")
        learned = pick(language, f"가중치 {weights}개", f"{weights} weights")
        parts += [label(left + 77, 286, joined, "label"), label(left + 77, 306, learned, "label")]
    (all_links, all_weights), (some_links, some_weights) = counts
    alt = pick(
        language,
        f"입력 {INPUTS}개와 출력 {OUTPUTS}개를 잇는 두 방법. 완전 연결 계층은 모든 쌍을 이어 연결이 {all_links}개이고 가중치도 {all_weights}개이다. "
        f"너비가 {KERNEL}인 컨볼루션은 출력마다 이웃한 입력 {KERNEL}개만 이어 연결이 {some_links}개이고, 선의 모양으로 나타낸 가중치 {some_weights}개를 모든 출력이 함께 쓴다.",
        f"Two ways to join {INPUTS} inputs to {OUTPUTS} outputs. The fully connected layer joins every pair: {all_links} connections, {all_weights} weights. "
        f"A convolution of width {KERNEL} joins each output to {KERNEL} neighbouring inputs: {some_links} connections, "
        f"and all outputs share the same {some_weights} weights, shown by the style of the lines.",
    )
    return Figure(picture(420, 324, *parts), alt)
