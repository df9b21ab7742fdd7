"""Multiplies the sizes of the kernels

en: You multiply the kernels, as if their windows lay side by side. Windows of a layer with stride 1 overlap:
two 3×3 layers see 5 pixels and not 9, because each neighbour adds one new pixel only. Multiplying is right
only for pooling without overlap; what multiplies in general are the strides, which say how far apart
neighbouring values are.

ko: 윈도우가 나란히 놓인 것처럼 커널의 크기를 곱하고 있습니다. 스트라이드가 1이면 윈도우가 겹칩니다. 3×3 계층
두 개는 9픽셀이 아니라 5픽셀을 봅니다. 이웃한 값 하나마다 새 픽셀이 하나씩만 늘기 때문입니다. 곱셈은 겹치지
않는 풀링끼리만 맞으며, 일반적으로 곱해지는 것은 이웃한 값 사이의 간격을 정하는 스트라이드입니다.

lesson: 12-feature-hierarchy#receptive-field
"""


def receptive_field(layers):
    return math.prod(kernel_size for kernel_size, _ in _windows(layers))
