"""Forgets the biases of a fully connected layer

en: You count the connections and leave the biases out. Every neuron adds one learned number of its own: from
128 values to 10 classes there are 1,280 weights and 10 biases, 1,290 numbers. Add one bias for each neuron
wherever the layer has biases.

ko: 연결의 수만 세고 편향을 빠뜨렸습니다. 뉴런마다 스스로 더하는 학습 값이 하나씩 있습니다. 값 128개에서
클래스 10개로 가는 계층에는 가중치 1,280개와 편향 10개, 모두 1,290개가 있습니다. 편향을 쓰는 계층이라면
뉴런마다 편향을 하나씩 더하세요.

lesson: 08-fully-connected#parameters
"""


def linear_parameter_count(in_features, out_features, bias=True):
    _check_ints("linear_parameter_count", 1, in_features=in_features, out_features=out_features)
    return in_features * out_features
