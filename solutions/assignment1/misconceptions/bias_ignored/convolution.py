"""Leaves out the bias

en: Your layer accepts a bias but never adds it. The bias shifts a whole feature map up or down, and with it
the point at which the activation after the layer responds: where the weighted sum is 2 and the bias is -3,
the map holds -1. Add `bias[o]` to every value of map o; only where `bias` is None is there nothing to add.

ko: 편향을 인수로 받지만 더하지 않았습니다. 편향은 특징 맵 전체를 올리거나 내려서, 다음에 오는 활성화 함수가
반응하기 시작하는 지점을 정합니다. 가중합이 2이고 편향이 -3이면 특징 맵의 값은 -1입니다. o번째 특징 맵의 모든
값에 `bias[o]`를 더하세요. 더할 것이 없는 경우는 `bias`가 None일 때뿐입니다.

lesson: 04-filters#bias
"""


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x, weight, bias = _layer_arrays(x, weight, bias)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    return _correlate(x, weight, stride, borders)
