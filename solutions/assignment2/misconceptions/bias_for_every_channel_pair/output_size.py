"""Counts a bias for every input channel of every filter

en: You give each filter one bias per input channel. A filter first adds the products of all its channels into
one number and then adds a single bias, so more of them would only make one sum. With 3 input channels and 4
filters there are 4 biases and not 12. Count one for every filter.

ko: 필터마다 입력 채널 수만큼 편향을 세고 있습니다. 필터는 모든 채널의 곱을 하나의 값으로 더한 다음 편향을 한
번만 더합니다. 편향을 여러 개 두어도 결국 그 합 하나를 더하는 것과 같습니다. 입력 채널이 3개, 필터가 4개이면
편향은 12개가 아니라 4개이니 필터마다 하나씩 세세요.

lesson: 04-filters#bias
"""


def conv_parameter_count(in_channels, out_channels, kernel_size, bias=True):
    _check_ints("conv_parameter_count", 1, in_channels=in_channels, out_channels=out_channels)
    height, width = _pair("conv_parameter_count", 1, "kernel_size", kernel_size)
    biases = in_channels * out_channels if bias else 0
    return height * width * in_channels * out_channels + biases
