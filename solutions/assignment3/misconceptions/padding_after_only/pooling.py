"""Pads below and on the right only

en: Your border stands below and on the right of the image, and the first window still begins on the first
pixel. Padding is symmetric: with a padding of 1 the first window begins one pixel outside, so that a
kernel of 2 and a stride of 2 meet the row [4, 7] as (border, 4) and (7, border). Yours meets (4, 7) and
loses a window. Add the border on all four sides.

ko: 아래와 오른쪽에만 패딩해서 첫 윈도우가 여전히 첫 픽셀에서 시작합니다. 패딩은 양쪽에 똑같이
더합니다. 패딩이 1이면 첫 윈도우는 한 칸 바깥에서 시작하므로, 커널 2와 스트라이드 2는 행 [4,
7]을 (패딩, 4)와 (7, 패딩)으로 나눕니다. 지금은 (4, 7)이 하나의 윈도우가 되고 윈도우가 하나
모자랍니다. 네 변에 모두 패딩하세요.

lesson: 07-pooling#padding
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    pad_h, pad_w = pads
    x = np.pad(x, ((0, 0), (0, 0), (0, pad_h), (0, pad_w)), constant_values=-np.inf)
    return _windows(x, kernel, steps, (0, 0), border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    pad_h, pad_w = pads
    x = np.pad(x, ((0, 0), (0, 0), (0, pad_h), (0, pad_w)), constant_values=0.0)
    return _windows(x, kernel, steps, (0, 0), border=0.0).mean(axis=(4, 5))
