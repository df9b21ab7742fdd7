"""Uses one bias for all filters

en: You take a single number as the bias of the whole layer, so all filters share the first one. Every filter
has a bias of its own, because each pattern needs its own threshold: with the biases 10 and 20 the first map
is shifted by 10 and the second by 20. Add `bias[o]` to map o, and refuse a bias whose shape is not (C_out,).

ko: 수 하나를 계층 전체의 편향으로 써서 모든 필터가 첫 번째 편향을 함께 씁니다. 무늬마다 알맞은 문턱값이
다르므로 필터마다 자기 편향이 있습니다. 편향이 10과 20이면 첫 번째 특징 맵에는 10을, 두 번째 특징 맵에는 20을
더합니다. o번째 특징 맵에 `bias[o]`를 더하고, 모양이 (C_out,)이 아닌 편향은 거부하세요.

lesson: 04-filters#several-filters
"""

import numpy as np


def conv2d(x, weight, bias=None, stride=1, padding=0):
    shared = 0.0 if bias is None else np.ravel(bias)[0]
    x, weight, _ = _layer_arrays(x, weight, None)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    return _correlate(x, weight, stride, borders) + shared
