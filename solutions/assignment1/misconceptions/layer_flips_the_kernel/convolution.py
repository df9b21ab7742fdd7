"""Flips the kernels in the convolution layer

en: You flip the kernels because the layer is called a convolution. What CNNs compute under that name is the
cross-correlation: over the pixels [5, 7] the weights [1, 0] give 5, not 7. Since the weights are learned, a
flip would only make the network learn them the other way round, so it is left out. Use the kernels of
`weight` as they are.

ko: 계층의 이름이 컨볼루션이어서 커널을 뒤집었습니다. 그러나 CNN이 이 이름으로 실제로 계산하는 것은
교차상관입니다. 픽셀 [5, 7] 위에서 가중치 [1, 0]의 값은 7이 아니라 5입니다. 가중치는 학습되므로 뒤집으면
신경망이 뒤집힌 값을 배울 뿐이어서 뒤집기를 생략합니다. `weight`의 커널을 그대로 쓰세요.

lesson: 03-convolution#cross-correlation
"""

import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x, weight, bias = _layer_arrays(x, weight, bias)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    maps = _correlate(x, np.flip(weight, axis=(2, 3)), stride, borders)
    return maps if bias is None else maps + bias[:, np.newaxis, np.newaxis]
