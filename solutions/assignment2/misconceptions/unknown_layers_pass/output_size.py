"""Lets unknown layers pass without a word

en: A layer whose type you do not know leaves the shape as it was in your trace. A misspelt layer is then
skipped in silence: with "dense" for "linear" the trace of (36,) stays (36,) and every count after it is
wrong. Keep the shape only for the layers that are known to keep it, and refuse every other type.

ko: 모르는 종류의 계층을 만나면 모양을 그대로 두고 지나갑니다. 그러면 이름을 잘못 쓴 계층이 소리 없이
건너뛰어집니다. "linear"를 "dense"라고 쓰면 (36,)이 그대로 (36,)으로 남고 그 뒤의 계산이 모두 틀립니다. 모양을
유지한다고 정해진 계층에서만 유지하고, 다른 종류는 거부하세요.

lesson: 11-architecture#shapes
"""


def trace_shapes(input_shape, layers):
    _check_layers("trace_shapes", layers)
    shapes = [_image_shape(input_shape)]
    for layer in layers:
        known = layer.get("type") in TYPES
        shapes.append(_next_shape(shapes[-1], layer) if known else shapes[-1])
    return shapes
