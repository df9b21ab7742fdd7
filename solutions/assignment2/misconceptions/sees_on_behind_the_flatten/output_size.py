"""Counts on behind the layer that sees everything

en: You step over flatten and linear layers and count the windows behind them. From the first such layer on,
every value sees the whole image, so a window behind it cannot add pixels: a 3×3 convolution, a flatten layer
and a pooling layer have the answer 3. Stop before the first of them and return what you have.

ko: flatten이나 linear 계층을 건너뛰고 그 뒤의 윈도우까지 세고 있습니다. 그런 계층이 처음 나오면 그때부터는
모든 값이 이미지 전체를 보므로, 뒤에 오는 윈도우가 픽셀을 더 보탤 수 없습니다. 3×3 컨볼루션, flatten, 풀링이
차례로 오면 답은 3입니다. 그 가운데 처음 나오는 계층 앞에서 멈추고 그때까지의 값을 반환하세요.

lesson: 12-feature-hierarchy#receptive-field
"""


def _windows(layers):
    _check_layers("receptive_field", layers)
    for layer in layers:
        kind = _type(layer)
        if kind not in ("relu", "flatten", "linear"):
            kernel_size, stride = layer.get("kernel_size"), _stride(layer)
            _check_ints(f"receptive_field: {kind}", 1, kernel_size=kernel_size, stride=stride)
            yield kernel_size, stride
