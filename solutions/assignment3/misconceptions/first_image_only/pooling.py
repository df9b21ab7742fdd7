"""Pools the first image of the batch only

en: Only the first image of the batch comes back. The first axis of x counts images, and a batch of 32
must give 32 pooled images, in the same order. A batch of one hides the slip. Treat all images alike, in a
loop over the first axis or all at once.

ko: 배치의 첫 이미지만 결과에 들어 있습니다. x의 첫 축은 이미지의 수이므로, 이미지 32장을 주면
풀링한 이미지 32장이 같은 순서로 나와야 합니다. 이미지가 한 장이면 드러나지 않습니다. 첫 축을 따라
반복하거나 한꺼번에 계산해서 모든 이미지를 똑같이 처리하세요.

lesson: 07-pooling#channels
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return _windows(x[:1], kernel, steps, pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    return _windows(x[:1], kernel, steps, pads, border=0.0).mean(axis=(4, 5))
