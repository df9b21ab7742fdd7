"""Applies the first number of a pair to the width

en: You read a pair as (width, height). In this course, and in NumPy and PyTorch, rows come first: shapes are
(C, H, W) and pairs are (h, w). A (1, 5) kernel on a map of 9×14 leaves 9×10, where you get 5×14. Square
examples hide the slip, so try one that is not square.

ko: 두 수의 쌍을 (너비, 높이)로 읽고 있습니다. 이 강의와 NumPy, PyTorch에서는 행이 먼저이므로 모양은 (C, H,
W), 쌍은 (h, w)입니다. 9×14 특징 맵에 (1, 5) 커널을 쓰면 9×10이 되지만, 지금은 5×14가 됩니다. 정사각형
예에서는 드러나지 않으니 정사각형이 아닌 예로 확인하세요.

lesson: 05-output-size#formula
"""


def trace_shapes(input_shape, layers):
    _check_layers("trace_shapes", layers)
    shapes = [_image_shape(input_shape)]
    for layer in layers:
        turned = {key: size[::-1] for key, size in layer.items() if isinstance(size, (tuple, list))}
        shapes.append(_next_shape(shapes[-1], layer | turned))
    return shapes
