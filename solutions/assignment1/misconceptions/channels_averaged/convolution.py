"""Averages over the input channels

en: You average what a filter finds in the single channels. A filter is one pattern that spans all input
channels, and its answer is the sum over all of them: where red gives 2, green gives 3 and blue gives 4, the
map holds 9, not 3. Averaging would also make the result depend on the number of channels. Add the channels
up, and then add the bias once.

ko: 필터가 각 채널에서 구한 값을 평균했습니다. 필터는 모든 입력 채널에 걸친 하나의 무늬이므로 그 응답은 채널별
값의 합입니다. 빨강에서 2, 초록에서 3, 파랑에서 4가 나왔다면 특징 맵의 값은 3이 아니라 9입니다. 평균을 내면
결과가 채널 수에 따라서도 달라집니다. 채널의 값을 모두 더한 다음 편향을 한 번 더하세요.

lesson: 03-convolution#channels
"""

import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x, weight, bias = _layer_arrays(x, weight, bias)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    maps = _correlate(x, weight, stride, borders) / x.shape[1]
    return maps if bias is None else maps + bias[:, np.newaxis, np.newaxis]
