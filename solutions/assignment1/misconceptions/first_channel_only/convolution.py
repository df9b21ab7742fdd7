"""Looks at the first input channel only

en: Your layer reads channel 0 of the input and leaves out the others. A filter has one kernel for each input
channel, and the map is the sum of what they all find: in a colour image you would see the red part alone, and
a green edge would vanish. Run over all channels and add their results before you add the bias.

ko: 입력의 0번 채널만 읽고 나머지 채널은 쓰지 않았습니다. 필터에는 입력 채널마다 커널이 하나씩 있고, 특징 맵은
이 커널들이 구한 값을 모두 더한 것입니다. 컬러 이미지라면 빨강 성분만 보게 되어 초록색 에지가 사라집니다. 모든
채널에 대해 계산하여 더한 다음 편향을 더하세요.

lesson: 03-convolution#channels
"""

import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x, weight, bias = _layer_arrays(x, weight, bias)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    maps = _correlate(x[:, :1], weight[:, :1], stride, borders)
    return maps if bias is None else maps + bias[:, np.newaxis, np.newaxis]
