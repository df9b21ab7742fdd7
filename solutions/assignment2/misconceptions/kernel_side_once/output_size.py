"""Multiplies by one side of the kernel only

en: You take the kernel size into the product once. A kernel has height and width: with size 5 it holds 5 × 5
= 25 weights for a channel, not 5, and a (2, 5) kernel holds 10. Multiply by both sides.

ko: 커널 크기를 한 번만 곱하고 있습니다. 커널에는 높이와 너비가 있습니다. 크기 5인 커널은 채널마다 5개가
아니라 5 × 5 = 25개의 가중치를 가지며, (2, 5) 커널은 10개를 가집니다. 두 변을 모두 곱하세요.

lesson: 04-filters#parameters
"""


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    _check_ints("conv_parameter_count", 1, in_channels=in_channels, out_channels=out_channels)
    height, width = _pair("conv_parameter_count", 1, "kernel_size", kernel_size)
    return height * in_channels * out_channels + (out_channels if bias else 0)
