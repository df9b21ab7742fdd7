"""Drops the channels that have no partner

en: Where x and weight have different numbers of input channels, you use the channels that both have and drop
the rest. A filter made for three channels has nothing to say about an image of two, and the result looks fine
although a third of the weights was never used. Compare the second axis of x with the second axis of `weight`,
and raise a ValueError that names `weight` where they differ.

ko: x와 weight의 입력 채널 수가 다르면 양쪽에 모두 있는 채널만 쓰고 나머지는 버렸습니다. 채널 셋을 위해 만든
필터는 채널이 둘인 이미지에 쓸 수 없는데도, 가중치의 3분의 1을 쓰지 않은 결과가 멀쩡해 보입니다. x의 두 번째
축과 `weight`의 두 번째 축을 비교하고, 다르면 메시지에 `weight`를 적은 ValueError를 일으키세요.

lesson: 03-convolution#channels
"""

import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x, weight = _array("x", x, axes=4), _array("weight", weight, axes=4)
    shared = min(x.shape[1], weight.shape[1])
    x, weight, bias = _layer_arrays(x[:, :shared], weight[:, :shared], bias)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    maps = _correlate(x, weight, stride, borders)
    return maps if bias is None else maps + bias[:, np.newaxis, np.newaxis]
