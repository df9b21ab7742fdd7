"""Adds up the sizes of the kernels

en: You add whole kernels, but neighbouring windows share pixels. Behind a 3×3 layer another 3×3 layer sees
three values whose windows start one pixel apart, which is 5 pixels and not 6: only what is new counts. In the
lecture's network your sums are 3, 5, 8 and 10 against 3, 4, 8 and 10, so some agree by accident. Start from
one pixel, and let every layer add what it sees beyond its first value.

ko: 커널의 크기를 통째로 더하고 있습니다. 그러나 이웃한 윈도우는 픽셀을 함께 봅니다. 3×3 계층 뒤의 3×3 계층은
시작이 한 픽셀씩 다른 윈도우 세 개를 보므로 6픽셀이 아니라 5픽셀을 봅니다. 강의의 신경망에서는 3, 4, 8,
10이어야 할 값이 3, 5, 8, 10이 되어 일부는 우연히 맞습니다. 한 픽셀에서 출발하여, 계층마다 첫 값 말고 새로
보게 되는 만큼만 더하세요.

lesson: 12-feature-hierarchy#receptive-field
"""


def receptive_field(layers):
    return sum(kernel_size for kernel_size, _ in _windows(layers)) or 1
