"""Multiplies pixels in eight bits

en: You multiply the arrays in the dtype in which they arrive. Pixels often come as uint8, which holds 0 to
255 only, and a larger product wraps around without any warning: 16 times 16 gives 0 instead of 256. Turn
image and kernel into floats before you multiply.

ko: 배열을 받은 dtype 그대로 곱했습니다. 픽셀은 uint8인 경우가 많은데, uint8은 0부터 255까지만 담을 수 있어서
곱이 더 커지면 경고도 없이 값이 한 바퀴 돌아갑니다. 16 곱하기 16이 256이 아니라 0이 됩니다. 곱하기 전에
이미지와 커널을 실수로 바꾸세요.

lesson: 03-convolution#feature-map
"""

import numpy as np


def match_score(patch, kernel):
    patch, kernel = _array("patch", patch, axes=2), _array("kernel", kernel, axes=2)
    if patch.shape != kernel.shape:
        raise ValueError("kernel does not have the shape of the patch")
    return float(np.mean(patch * kernel))


def _correlate(x, weight, stride, borders):
    windows = _windows(_pad(x, borders), weight.shape[2:], stride)
    products = windows[:, np.newaxis] * weight[np.newaxis, :, :, np.newaxis, np.newaxis]
    return products.sum(axis=(2, 5, 6)).astype(float)
