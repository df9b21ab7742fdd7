"""Steps by one pixel where no stride is given

en: Without a stride your windows move one pixel at a time, as they do in a convolution. Pooling steps by
the size of its kernel unless told otherwise, so that neighbouring windows touch without overlapping: a
row of 4 pixels and a kernel of 2 give 2 windows, not 3. Treat a missing stride as equal to the kernel
size, in each direction.

ko: 스트라이드를 주지 않으면 윈도우가 컨볼루션처럼 한 칸씩 움직입니다. 풀링에서는 따로 정하지 않는 한
커널 크기만큼 움직이므로, 이웃한 윈도우가 겹치지 않고 맞닿습니다. 픽셀 4개인 행에 커널 2를 쓰면
윈도우는 3개가 아니라 2개입니다. 스트라이드가 없으면 세로와 가로 각각 커널 크기와 같다고 보세요.

lesson: 07-pooling#stride
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    if stride is None:
        steps = (1, 1)
    return _windows(x, kernel, steps, pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    if stride is None:
        steps = (1, 1)
    return _windows(x, kernel, steps, pads, border=0.0).mean(axis=(4, 5))
