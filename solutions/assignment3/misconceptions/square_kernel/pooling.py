"""Takes every kernel for a square

en: You use the first number of the kernel size in both directions. A kernel need not be square: (1, 3) is
one row of three pixels, so a single row [5, 2, 9] gives one value, 9, while a 1 x 1 kernel returns all
three. Keep the two numbers apart, the first for the height and the second for the width.

ko: 커널 크기의 첫 값을 세로와 가로에 모두 쓰고 있습니다. 커널이 꼭 정사각형일 필요는 없습니다.
(1, 3)은 한 행에 놓인 픽셀 세 개이므로 [5, 2, 9] 한 행에서 값 하나, 곧 9가 나옵니다.
1×1 커널로 보면 세 값이 그대로 나옵니다. 첫 값은 세로에, 둘째 값은 가로에 따로 쓰세요.

lesson: 07-pooling#output-size
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    kernel = (kernel[0], kernel[0])
    if stride is None:
        steps = kernel
    return _windows(x, kernel, steps, pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    kernel = (kernel[0], kernel[0])
    if stride is None:
        steps = kernel
    return _windows(x, kernel, steps, pads, border=0.0).mean(axis=(4, 5))
