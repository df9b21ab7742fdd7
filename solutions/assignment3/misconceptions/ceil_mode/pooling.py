"""Rounds the output size up

en: You keep a last window that hangs over the edge, as if the output size were rounded up. It is rounded
down: with a kernel and a stride of 2, a row of 5 pixels gives floor((5 - 2) / 2) + 1 = 2 values, and the
fifth pixel is left out. In the course's network 11 x 11 becomes 5 x 5 for this reason. Count only those
windows that fit entirely into the padded image.

ko: 출력 크기를 올림한 것처럼 가장자리 밖으로 걸치는 마지막 윈도우까지 세고 있습니다. 출력 크기는
내림합니다. 커널과 스트라이드가 2이면 픽셀 5개인 행에서 ⌊(5 − 2) / 2⌋ + 1 = 2개의 값이
나오고 다섯째 픽셀은 쓰이지 않습니다. 강의의 신경망에서 11×11이 5×5가 되는 것도 이 때문입니다.
패딩한 이미지 안에 온전히 들어가는 윈도우만 세세요.

lesson: 07-pooling#output-size
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    short_h, short_w = (
        -(length + 2 * pad - window) % step
        for length, pad, window, step in zip(x.shape[2:], pads, kernel, steps, strict=True)
    )
    x = np.pad(x, ((0, 0), (0, 0), (0, short_h), (0, short_w)), constant_values=-np.inf)
    return _windows(x, kernel, steps, pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    short_h, short_w = (
        -(length + 2 * pad - window) % step
        for length, pad, window, step in zip(x.shape[2:], pads, kernel, steps, strict=True)
    )
    x = np.pad(x, ((0, 0), (0, 0), (0, short_h), (0, short_w)), constant_values=0.0)
    return _windows(x, kernel, steps, pads, border=0.0).mean(axis=(4, 5))
