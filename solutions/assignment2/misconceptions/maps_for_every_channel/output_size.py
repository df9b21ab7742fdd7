"""Makes a feature map from every channel for every filter

en: You let each filter make one map from each input channel, so the channels multiply from layer to layer. A
filter looks at all channels at once and adds what it finds: 8 filters make 8 maps, whether 1, 3 or 64
channels come in. The channels after a convolution are the number of its filters.

ko: 필터마다 입력 채널 하나하나에서 특징 맵을 만들어 채널 수가 계층을 지날 때마다 곱해지고 있습니다. 필터는
모든 채널을 한꺼번에 보고 결과를 더합니다. 필터가 8개이면 입력 채널이 1개이든 3개이든 64개이든 특징 맵은
8개입니다. 컨볼루션 뒤의 채널 수는 필터의 수입니다.

lesson: 04-filters#several-filters
"""


def trace_shapes(input_shape, layers):
    _check_layers("trace_shapes", layers)
    shapes = [_image_shape(input_shape)]
    for layer in layers:
        shape = _next_shape(shapes[-1], layer)
        if layer["type"] == "conv":
            shape = (shapes[-1][0] * shape[0], *shape[1:])
        shapes.append(shape)
    return shapes
