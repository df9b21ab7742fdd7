"""Multiplies a kernel by its own stride alone

en: You measure a layer's jump by its own stride. Its own stride only matters to the layers behind it; how far
apart the values are that it reads was settled by the layers before it. A 3×3 convolution and then 2×2 pooling
with stride 2 see 3 + 1 = 4 pixels, where you get 5. Keep the product of all strides so far, and let a layer's
stride enter it only after the layer was counted.

ko: 계층의 간격을 그 계층 자신의 스트라이드로 재고 있습니다. 자신의 스트라이드는 뒤에 오는 계층에만 영향을
줍니다. 그 계층이 읽는 값들 사이의 간격은 앞선 계층들이 이미 정했습니다. 3×3 컨볼루션 다음에 스트라이드 2인
2×2 풀링이 오면 3 + 1 = 4픽셀을 보지만, 지금은 5가 나옵니다. 지금까지의 스트라이드를 모두 곱해 두고, 그 계층을
센 다음에 그 계층의 스트라이드를 곱하세요.

lesson: 12-feature-hierarchy#receptive-field
"""


def receptive_field(layers):
    field = 1
    for kernel_size, stride in _windows(layers):
        field += (kernel_size - 1) * stride
    return field
