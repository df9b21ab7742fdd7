"""Adds the biases along the width of the map

en: You add the bias vector to an array of shape (N, C_out, H, W) as it is, and NumPy lines it up with the
last axis. Then each column of a map gets another bias, where each filter should get one; and where W is not
C_out the addition fails altogether. Biases 10 and 20 belong to map 0 and map 1, not to column 0 and column 1.
Give the vector the shape (C_out, 1, 1) before you add it.

ko: 모양이 (N, C_out, H, W)인 배열에 편향 벡터를 그대로 더했기 때문에 NumPy가 벡터를 마지막 축에 맞춥니다.
그러면 필터마다 편향이 하나씩 더해지는 대신 열마다 다른 편향이 더해지고, W가 C_out과 다르면 덧셈 자체가
실패합니다. 편향 10과 20은 0번 열과 1번 열이 아니라 0번 특징 맵과 1번 특징 맵의 것입니다. 더하기 전에 벡터의
모양을 (C_out, 1, 1)로 바꾸세요.

lesson: 04-filters#bias
"""


def conv2d(x, weight, bias=None, stride=1, padding=0):
    x, weight, bias = _layer_arrays(x, weight, bias)
    stride = _pair("stride", stride, at_least=1)
    borders = _borders(padding, weight.shape[2:], stride)
    _require_fit("weight", weight.shape[2:], x.shape[2:], borders)
    maps = _correlate(x, weight, stride, borders)
    return maps if bias is None else maps + bias
