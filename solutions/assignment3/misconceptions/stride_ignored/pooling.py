"""Always steps by the kernel size

en: Your windows always step by the kernel size, whatever the stride says. That is only the default: with
a kernel of 2 and a stride of 1, a row of 4 pixels has windows at 0, 1 and 2, which overlap, and so gives
3 values instead of 2. Let the stride decide where windows begin, and the kernel only how far they reach.

ko: 스트라이드를 주어도 윈도우가 늘 커널 크기만큼 움직입니다. 그것은 기본값일 뿐입니다. 커널이 2이고
스트라이드가 1이면 픽셀 4개인 행에서 윈도우가 0, 1, 2에서 시작해 서로 겹치므로 값은 2개가 아니라
3개입니다. 윈도우의 시작 위치는 스트라이드로 정하고, 커널 크기는 윈도우의 너비를 정하는 데에만 쓰세요.

lesson: 07-pooling#stride
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, kernel, pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, kernel, pads, border=0.0).mean(axis=(4, 5))
