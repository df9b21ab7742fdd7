"""Stores the feature map in the integer type of the image

en: Your feature map takes its dtype from the image, so for an image of whole numbers every fraction is cut
off: the pixels [1, 2] under the kernel [0.5, 0.5] give 1 instead of 1.5. Digits often come as whole numbers
from 0 to 255, while learned weights are fractions. Make the result a float array, for integer images too.

ko: 특징 맵의 dtype을 이미지에서 가져왔기 때문에, 정수 이미지에서는 소수점 아래가 모두 잘려 나갑니다. 픽셀 [1,
2]에 커널 [0.5, 0.5]를 적용하면 1.5가 되어야 하는데 1이 됩니다. 손글씨 숫자 이미지는 0부터 255까지의 정수인
경우가 많고, 학습된 가중치는 소수입니다. 이미지가 정수여도 결과는 실수 배열로 만드세요.

lesson: 03-convolution#feature-map
"""

import numpy as np


def _correlate(x, weight, stride, borders):
    image_type = x.dtype
    x, weight = _floats(x, weight)
    windows = _windows(_pad(x, borders), weight.shape[2:], stride)
    return np.einsum("ncijkl,ockl->noij", windows, weight).astype(image_type)
