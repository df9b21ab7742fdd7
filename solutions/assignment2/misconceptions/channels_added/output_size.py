"""Adds the channels instead of multiplying them

en: You add input and output channels. Every filter has its own kernel for every input channel, so their
numbers multiply: 4 filters of 2×2 over 3 channels are 4 · 3 kernels of 4 weights, 48 weights, where adding
gives (4 + 3) · 4 = 28. Count the weights of one filter first, then those of all filters.

ko: 입력 채널 수와 출력 채널 수를 더하고 있습니다. 필터마다 입력 채널 하나하나에 대한 커널이 따로 있으므로 두
수는 곱해집니다. 채널 3개를 보는 2×2 필터가 4개이면 가중치 4개짜리 커널이 4 · 3개, 가중치는 48개입니다. 더하면
(4 + 3) · 4 = 28이 됩니다. 필터 하나의 가중치를 먼저 세고, 그다음 모든 필터의 가중치를 세세요.

lesson: 04-filters#several-filters
"""


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    _check_ints("conv_parameter_count", 1, in_channels=in_channels, out_channels=out_channels)
    height, width = _pair("conv_parameter_count", 1, "kernel_size", kernel_size)
    return height * width * (in_channels + out_channels) + (out_channels if bias else 0)
