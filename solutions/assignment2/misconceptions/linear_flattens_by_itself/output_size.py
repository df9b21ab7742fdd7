"""Lets a fully connected layer flatten its own input

en: You accept a fully connected layer right behind a feature map, as if it flattened its input by itself. It
reads one row of values: given (64, 5, 5), a PyTorch layer would take the last axis alone, 5 values, and not
1600. Where the flatten layer is missing, refuse and say so.

ko: 특징 맵 바로 뒤의 완전 연결 계층을 그대로 받아들여, 그 계층이 스스로 입력을 평탄화한다고 보고 있습니다.
완전 연결 계층은 한 줄로 늘어선 값을 읽습니다. (64, 5, 5)를 주면 PyTorch의 계층은 1600개가 아니라 마지막 축의
값 5개만 읽으려 합니다. 평탄화 계층이 빠져 있으면 거부하고 그 사실을 알려 주세요.

lesson: 08-fully-connected#flatten
"""


def trace_shapes(input_shape, layers):
    _check_layers("trace_shapes", layers)
    shapes = [_image_shape(input_shape)]
    for layer in layers:
        shape = shapes[-1]
        if layer.get("type") == "linear":
            shape = (math.prod(shape),)
        shapes.append(_next_shape(shape, layer))
    return shapes
