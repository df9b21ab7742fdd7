"""Gives a filter the depth of one channel

en: Your filters are flat: they have the same number of weights however many channels come in. A filter
reaches through all input channels, with other weights in each: a 3×3 filter on a colour image holds 3 · 9 =
27 weights. With one input channel the two counts agree, so look at the second layer of a network.

ko: 입력 채널이 몇 개이든 필터의 가중치 수가 같아서, 필터가 한 채널 두께로 납작합니다. 필터는 모든 입력 채널에
걸쳐 있고 채널마다 다른 가중치를 가집니다. 컬러 이미지를 보는 3×3 필터에는 3 · 9 = 27개의 가중치가 있습니다.
입력 채널이 하나이면 두 값이 같으므로, 신경망의 두 번째 계층에서 확인하세요.

lesson: 03-convolution#channels
"""


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    _check_ints("conv_parameter_count", 1, in_channels=in_channels, out_channels=out_channels)
    height, width = _pair("conv_parameter_count", 1, "kernel_size", kernel_size)
    return height * width * out_channels + (out_channels if bias else 0)
