"""Divides by the number of image pixels in the window

en: You divide by the pixels that lie inside the image. In this assignment the zeros of the border count
as values too: a 2 x 2 window with a single image pixel of 8 and three border zeros has the mean 8 / 4 =
2, not 8 / 1 = 8. Divide every window by the same number, the area of the kernel. (Some libraries offer
your version as an option.)

ko: 이미지 안에 있는 픽셀의 수로 나누고 있습니다. 이 과제에서는 가장자리에 채운 0도 값으로 셉니다.
2×2 윈도우에 이미지의 픽셀 8 하나와 패딩 0이 세 개 있으면 평균은 8 / 1 = 8이 아니라 8 /
4 = 2입니다. 어느 윈도우든 같은 수, 곧 커널의 넓이로 나누세요. 지금의 계산은 몇몇 라이브러리에서
선택 사항으로 제공하는 방식입니다.

lesson: 07-pooling#padding
"""

import numpy as np


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    total = _windows(x, kernel, steps, pads, border=0.0).sum(axis=(4, 5))
    return total / _windows(np.ones_like(x), kernel, steps, pads, border=0.0).sum(axis=(4, 5))
