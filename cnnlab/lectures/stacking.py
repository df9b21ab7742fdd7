"""A network drawn from its list of layers: a row for each, with its maps in proportion, its shape and its parameters."""

from collections.abc import Sequence

from cnnlab.lectures.computing.networks import Kind, Shape, Step, shape_in_words, total
from cnnlab.lectures.drawing import Figure, arrow, label, line, pick, picture, rect
from cnnlab.messages import Language

TOP, STEP, SIDE = 36, 74, 50
MAPS, SHAPES, COUNTS, WIDTH = 160, 272, 426, 434
SHEETS = 12
WORDS = {
    Kind.CONVOLUTION: ("컨볼루션 {k}×{k}", "convolution {k}×{k}"),
    Kind.POOLING: ("풀링 {k}×{k}", "pooling {k}×{k}"),
    Kind.FLATTEN: ("평탄화", "flatten"),
    Kind.DENSE: ("완전 연결", "fully connected"),
    Kind.RADIAL: ("거리 비교", "distances"),
}


def stacked(language: Language, name: str, image: Shape, found: Sequence[Step]) -> Figure:
    """Draw a network from top to bottom; a map's side is in proportion to its height and width."""
    parts = [
        label(6, 14, pick(language, "계층", "layer"), "label title", "start"),
        label(SHAPES, 14, pick(language, "모양", "shape"), "label title"),
        label(COUNTS, 14, pick(language, "파라미터", "parameters"), "label title", "end"),
        label(6, TOP + SIDE / 2, pick(language, "입력", "input"), "label", "start"),
        *_maps(image, image, TOP, "cell"),
        label(SHAPES, TOP + SIDE / 2, shape_in_words(image), "label"),
    ]
    told = []
    for row, step in enumerate(found, 1):
        y = TOP + row * STEP
        words = pick(language, *WORDS[step.layer.kind]).format(k=step.layer.kernel_size)
        kind = "cool" if step.layer.kind in (Kind.CONVOLUTION, Kind.DENSE) else "cell"
        parts += [
            arrow(MAPS, y - 20, MAPS, y - 4),
            label(6, y + SIDE / 2 - 9, step.layer.name, "label title", "start"),
            label(6, y + SIDE / 2 + 9, words, "small", "start"),
            *_maps(step.shape, image, y, kind),
            label(SHAPES, y + SIDE / 2, shape_in_words(step.shape), "label"),
            label(COUNTS, y + SIDE / 2, f"{step.parameters:,}", "label", "end"),
        ]
        shape = shape_in_words(step.shape)
        told.append(
            pick(
                language,
                f"{step.layer.name}({words}) 뒤에는 {shape}, 파라미터 {step.parameters:,}개",
                f"{shape} behind {step.layer.name} ({words}), {step.parameters:,} parameters",
            )
        )
    bottom = TOP + (len(found) + 1) * STEP
    parts += [
        line([(COUNTS - 130, bottom - 14), (COUNTS, bottom - 14)], "axis"),
        label(
            COUNTS,
            bottom + 4,
            pick(language, f"모두 {total(found):,}", f"{total(found):,} in all"),
            "label title",
            "end",
        ),
    ]
    start = shape_in_words(image)
    alt = pick(
        language,
        f"{name}의 계층을 위에서 아래로 그린 그림. 입력은 {start}이다. {'; '.join(told)}. 파라미터는 모두 {total(found):,}개이다.",
        f"The layers of {name} from top to bottom. The input is {start}. {'; '.join(told)}. There are {total(found):,} parameters in all.",
    )
    return Figure(picture(WIDTH, bottom + 18, *parts), alt)


def _maps(shape: Shape, image: Shape, y: float, kind: str) -> list[str]:
    """Sheets one behind another, at most a dozen; a row of values is a bar."""
    if len(shape) == 1:
        wide = 14 + 76 * min(1.0, shape[0] / 1600) ** 0.5
        return [rect(MAPS - wide / 2, y + SIDE / 2 - 6, wide, 12, kind)]
    sheets = min(SHEETS, shape[0])
    side = max(5.0, SIDE * shape[1] / image[1])
    shift = 3 if sheets > 1 else 0
    left, top = MAPS - side / 2 + sheets * shift / 2, y + (SIDE - side) / 2
    return [rect(left - place * shift, top, side, side, kind) for place in range(sheets)]
