"""Forgets the biases of a convolution layer

en: You count the weights and leave the biases out. Every filter adds one learned number to its whole feature
map: a single 5×5 filter over one channel learns 25 weights and 1 bias, 26 numbers. Add one bias for each
filter wherever the layer has biases.

ko: 가중치만 세고 편향을 빠뜨렸습니다. 필터마다 특징 맵 전체에 더하는 학습 값이 하나씩 있습니다. 채널 하나를
보는 5×5 필터 하나는 가중치 25개와 편향 1개, 모두 26개를 학습합니다. 편향을 쓰는 계층이라면 필터마다 편향을
하나씩 더하세요.

lesson: 04-filters#bias
"""


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    _check_ints("conv_parameter_count", 1, in_channels=in_channels, out_channels=out_channels)
    height, width = _pair("conv_parameter_count", 1, "kernel_size", kernel_size)
    return height * width * in_channels * out_channels
