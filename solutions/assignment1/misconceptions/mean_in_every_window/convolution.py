"""Averages the products of each window

en: You divide the sum of each window by the number of kernel cells, as the match score does. What a
convolution layer computes is the plain sum of the products: a 2x2 kernel of ones over four pixels of 1 gives
4, not 1. Learned weights set their own scale, so nothing is averaged here. Keep the mean for `match_score`
alone.

ko: 윈도우마다 곱의 합을 커널의 칸 수로 나누었습니다. 일치 점수를 구하는 방법과 같습니다. 그러나 컨볼루션
계층이 계산하는 것은 곱을 모두 더한 값입니다. 값이 1인 픽셀 네 개 위에 1로 채운 2x2 커널을 올리면 1이 아니라
4가 됩니다. 값의 크기는 학습되는 가중치가 정하므로 평균을 내지 않습니다. 평균은 `match_score`에서만 구하세요.

lesson: 03-convolution#feature-map
"""

import numpy as np


def _correlate(x, weight, stride, borders):
    x, weight = _floats(x, weight)
    windows = _windows(_pad(x, borders), weight.shape[2:], stride)
    return np.einsum("ncijkl,ockl->noij", windows, weight) / (weight.shape[2] * weight.shape[3])
