"""Counts biases that the convolution layer does not have

en: You add the biases even where the caller asks for a layer without them. Layers without a bias are common,
for example before a normalisation that would take it away again. One 5×5 filter then learns 25 numbers, and
26 only with its bias. Let the argument decide.

ko: 편향이 없는 계층을 요청해도 편향을 더하고 있습니다. 편향 없는 계층은 흔히 쓰입니다. 예를 들어 바로 뒤의
정규화가 편향을 상쇄할 때 그렇습니다. 이때 5×5 필터 하나가 학습하는 수는 25개이고, 편향이 있을 때만
26개입니다. 인수의 값에 따라 더할지 정하세요.

lesson: 04-filters#parameters
"""


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    _check_ints("conv_parameter_count", 1, in_channels=in_channels, out_channels=out_channels)
    height, width = _pair("conv_parameter_count", 1, "kernel_size", kernel_size)
    return height * width * in_channels * out_channels + out_channels
