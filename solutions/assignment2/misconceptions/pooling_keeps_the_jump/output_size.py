"""Lets only convolutions widen the jump

en: Your jump grows with the strides of convolutions and not with those of pooling. Behind 2×2 pooling
neighbouring values are two input pixels apart, so a 3×3 convolution there adds 2 · 2 pixels: 2 + 4 = 6, where
you get 4. The stride of every layer widens the jump for all layers behind it, and pooling is no exception.

ko: 컨볼루션의 스트라이드만 간격에 반영되고 풀링의 스트라이드는 반영되지 않습니다. 2×2 풀링 뒤에서는 이웃한
값이 입력에서 두 픽셀 떨어져 있으므로, 그 뒤의 3×3 컨볼루션은 2 · 2픽셀을 더해 2 + 4 = 6픽셀을 봅니다. 지금은
4가 나옵니다. 풀링을 포함한 모든 계층의 스트라이드가 그 뒤 계층들의 간격을 넓힙니다.

lesson: 12-feature-hierarchy#receptive-field
"""


def receptive_field(layers):
    windows = list(_windows(layers))
    kinds = [layer["type"] for layer in layers if layer["type"] != "relu"]
    field, jump = 1, 1
    for kind, (kernel_size, stride) in zip(kinds, windows, strict=False):
        field += (kernel_size - 1) * jump
        jump *= stride if kind == "conv" else 1
    return field
