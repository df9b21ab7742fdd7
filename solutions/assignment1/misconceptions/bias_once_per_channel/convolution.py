"""Adds the bias once for each input channel

en: You add the bias inside the sum over the input channels, so it counts once for each of them. With three
channels and a bias of 0.5 your map is shifted by 1.5. A filter has one bias, however many channels it spans:
add up all channels first, and then add the bias once.

ko: 입력 채널을 더하는 과정 안에서 편향을 더했기 때문에 편향이 채널 수만큼 되풀이됩니다. 채널이 셋이고 편향이
0.5이면 특징 맵이 1.5만큼 이동합니다. 필터가 몇 개의 채널에 걸쳐 있든 편향은 하나입니다. 먼저 모든 채널을
더하고, 그다음에 편향을 한 번만 더하세요.

lesson: 04-filters#bias
"""

import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x, weight, bias = _layer_arrays(x, weight, bias)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    maps = _correlate(x, weight, stride, borders)
    return maps if bias is None else maps + x.shape[1] * bias[:, np.newaxis, np.newaxis]
