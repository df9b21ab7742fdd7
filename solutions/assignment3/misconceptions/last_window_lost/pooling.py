"""Stops one position before the last window

en: Your windows stop one position too early, so the one that ends exactly at the edge is missing. A row
of 4 pixels and a kernel of 2 allow the starts 0, 1 and 2; the last start is 4 - 2 = 2, and it counts.
This is the + 1 in the formula of the output size. Remember that a range leaves its end out.

ko: 윈도우가 한 자리 일찍 멈추어서, 가장자리에 꼭 맞게 끝나는 윈도우가 빠졌습니다. 픽셀 4개인 행에
커널 2를 쓰면 시작 위치는 0, 1, 2입니다. 마지막 시작 위치 4 − 2 = 2도 포함됩니다. 출력
크기 식의 + 1이 바로 이것입니다. range는 끝 값을 포함하지 않는다는 점에 주의하세요.

lesson: 07-pooling#output-size
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    step_h, step_w = steps
    windows = _windows(x, kernel, (1, 1), pads, border=-np.inf)
    return windows[:, :, :-1:step_h, :-1:step_w].max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    step_h, step_w = steps
    windows = _windows(x, kernel, (1, 1), pads, border=0.0)
    return windows[:, :, :-1:step_h, :-1:step_w].mean(axis=(4, 5))
