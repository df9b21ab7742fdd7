"""Reads the kernel size as width and height

en: You read the kernel size as (width, height). It is (height, width), like the last two axes of the
image: a kernel of (2, 1) joins two pixels that stand one above the other. On the rows [1, 2] and [3, 4]
its maximum is [3, 4], whereas yours joins neighbours in a row and gives 2 and 4. Square kernels hide the
slip, so test with an unequal one.

ko: 커널 크기를 (가로, 세로)로 읽고 있습니다. 이미지의 마지막 두 축과 같이 (세로, 가로)
순서입니다. 커널 (2, 1)은 위아래로 놓인 두 픽셀을 묶으므로, [1, 2]와 [3, 4] 두 행의
최댓값은 [3, 4]입니다. 지금은 옆으로 이웃한 픽셀을 묶어 2와 4가 나옵니다. 정사각형 커널에서는
드러나지 않으니 세로와 가로가 다른 커널로 시험해 보세요.

lesson: 07-pooling#max-pooling
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    kernel = kernel[::-1]
    if stride is None:
        steps = kernel
    return _windows(x, kernel, steps, pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    kernel = kernel[::-1]
    if stride is None:
        steps = kernel
    return _windows(x, kernel, steps, pads, border=0.0).mean(axis=(4, 5))
