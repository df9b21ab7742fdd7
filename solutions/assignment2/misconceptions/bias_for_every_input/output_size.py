"""Counts a bias for every input value

en: You count one bias for each value that comes in. A bias belongs to a neuron, which adds it after it has
summed its weighted inputs: 3 inputs and 7 neurons make 21 weights and 7 biases, 28 numbers, where you get 24.
Count the biases on the output side.

ko: 들어오는 값마다 편향을 하나씩 세고 있습니다. 편향은 뉴런에 속하며, 뉴런이 가중합을 구한 다음 한 번
더합니다. 입력 3개와 뉴런 7개라면 가중치 21개와 편향 7개로 28개이지만, 지금은 24가 나옵니다. 편향은 출력
쪽에서 세세요.

lesson: 08-fully-connected#parameters
"""


def linear_parameter_count(in_features, out_features, bias=True):
    _check_ints("linear_parameter_count", 1, in_features=in_features, out_features=out_features)
    return in_features * out_features + (in_features if bias else 0)
