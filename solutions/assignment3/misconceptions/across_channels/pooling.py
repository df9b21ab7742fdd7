"""Pools over the channels too

en: You merge the channels into one. Pooling works on every channel by itself, for each channel is the map
of another filter: if one window holds at most 5 in the first channel and at most 8 in the second, the
answer is the two values 5 and 8. So (N, C, H, W) keeps its C, and only height and width shrink. Summarise
over the two directions of the window only.

ko: 여러 채널을 하나로 합치고 있습니다. 채널마다 다른 필터의 특징 맵이므로 풀링은 채널별로 따로
합니다. 같은 윈도우의 최댓값이 첫 채널에서 5, 둘째 채널에서 8이면 답은 5와 8 두 값입니다. (N,
C, H, W)에서 C는 그대로이고 세로와 가로만 줄어듭니다. 윈도우의 두 방향으로만 값을 모으세요.

lesson: 07-pooling#channels
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads, border=-np.inf).max(axis=(1, 4, 5))[:, np.newaxis]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads, border=0.0).mean(axis=(1, 4, 5))[:, np.newaxis]
