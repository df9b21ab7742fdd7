"""Trusts every argument

en: Right arguments give right answers, but wrong ones are not refused. With a kernel of 2 and a padding
of 2 the corner windows hold nothing but border, so max pooling answers minus infinity there, and nobody
notices. The handout lists what must raise a ValueError and which argument its message has to name. Check
the arguments first, then compute.

ko: 올바른 인수에는 맞게 답하지만 잘못된 인수를 거부하지 않습니다. 커널이 2이고 패딩이 2이면 모서리의
윈도우에는 패딩만 들어가므로 맥스 풀링의 답이 음의 무한대가 되는데, 아무도 알아차리지 못합니다. 어떤
경우에 ValueError를 일으키고 메시지에 어느 인수의 이름을 써야 하는지는 과제 설명에 있습니다. 먼저
인수를 확인하고 나서 계산하세요.

lesson: 07-pooling#padding
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None, padding=0):
    kernel_h, kernel_w = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
    stride_h, stride_w = stride if isinstance(stride, tuple) else (stride or kernel_h, stride or kernel_w)
    pad_h, pad_w = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x * 1.0, ((0, 0), (0, 0), (pad_h, pad_h), (pad_w, pad_w)), constant_values=-np.inf)
    windows = sliding_window_view(x, (kernel_h, kernel_w), axis=(2, 3))
    return windows[:, :, ::stride_h, ::stride_w].max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    kernel_h, kernel_w = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
    stride_h, stride_w = stride if isinstance(stride, tuple) else (stride or kernel_h, stride or kernel_w)
    pad_h, pad_w = padding if isinstance(padding, tuple) else (padding, padding)
    x = np.pad(x * 1.0, ((0, 0), (0, 0), (pad_h, pad_h), (pad_w, pad_w)), constant_values=0.0)
    windows = sliding_window_view(x, (kernel_h, kernel_w), axis=(2, 3))
    return windows[:, :, ::stride_h, ::stride_w].mean(axis=(4, 5))
