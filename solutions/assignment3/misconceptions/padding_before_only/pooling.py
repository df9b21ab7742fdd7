"""Counts the padding once instead of twice

en: You add the border above and on the left, but not below and on the right, which is an output size with
P in place of 2P. A padding of 1 puts one row above and another one below: a column of 2 pixels grows to
4, and a kernel of 2 with a stride of 1 fits 3 times, not 2. Add the same border on both opposite sides,
and count it twice.

ko: 위와 왼쪽에만 패딩하고 아래와 오른쪽에는 하지 않았습니다. 출력 크기의 식에서 2P 대신 P를 쓴
것과 같습니다. 패딩 1은 위에 한 행, 아래에도 한 행을 더합니다. 픽셀 2개인 열은 4개가 되고, 커널
2를 스트라이드 1로 움직이면 2번이 아니라 3번 들어갑니다. 마주 보는 양쪽에 같은 폭을 더하고 두 번
세세요.

lesson: 07-pooling#padding
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    pad_h, pad_w = pads
    x = np.pad(x, ((0, 0), (0, 0), (pad_h, 0), (pad_w, 0)), constant_values=-np.inf)
    return _windows(x, kernel, steps, (0, 0), border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    pad_h, pad_w = pads
    x = np.pad(x, ((0, 0), (0, 0), (pad_h, 0), (pad_w, 0)), constant_values=0.0)
    return _windows(x, kernel, steps, (0, 0), border=0.0).mean(axis=(4, 5))
