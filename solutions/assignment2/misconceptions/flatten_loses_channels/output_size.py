"""Flattens one channel and loses the others

en: Your flat shape holds height times width, the values of a single channel. Flattening drops nothing: all
channels are laid behind one another, so (64, 5, 5) becomes 64 · 25 = 1600 values and not 25. With one channel
you would not notice; multiply all the sizes of the shape.

ko: 평탄화한 모양이 높이 × 너비, 곧 채널 하나의 값만 담고 있습니다. 평탄화는 아무것도 버리지 않고 모든 채널을
이어 붙이므로 (64, 5, 5)는 25개가 아니라 64 · 25 = 1600개의 값이 됩니다. 채널이 하나일 때는 드러나지 않습니다.
모양의 모든 크기를 곱하세요.

lesson: 08-fully-connected#flatten
"""


def trace_shapes(input_shape, layers):
    _check_layers("trace_shapes", layers)
    shapes = [_image_shape(input_shape)]
    for layer in layers:
        if layer.get("type") == "flatten":
            shapes.append((math.prod(shapes[-1][-2:]),))
        else:
            shapes.append(_next_shape(shapes[-1], layer))
    return shapes
