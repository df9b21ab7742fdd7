"""Passes over NaN when it looks for the maximum

en: A NaN in a window disappears from your result. Every comparison with NaN is false, so a running
maximum walks past it: from 1, NaN, 3 and 2 you return 3. The agreed answer is NaN, because a broken
number in a network should stay in sight instead of being covered up. Use a maximum that hands NaN on, or
look for NaN yourself.

ko: 윈도우에 있던 NaN이 결과에서 사라집니다. NaN과의 비교는 언제나 거짓이므로, 더 큰 값이 나올 때만
바꾸는 최댓값은 NaN을 그냥 지나칩니다. 1, NaN, 3, 2에서 3을 반환하고 있지만 약속된 답은 NaN입니다.
신경망에서 생긴 잘못된 값은 가려지지 않고 드러나야 합니다. NaN을 전달하는 최댓값을 쓰거나 NaN이
있는지 따로 확인하세요.

lesson: 07-pooling#max-pooling
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return np.fmax.reduce(_windows(x, kernel, steps, pads, border=-np.inf), axis=(4, 5))
