"""Refuses a padding of exactly half the kernel

en: You refuse a padding of exactly half the kernel. The limit itself is allowed: with a kernel of 2 and a
padding of 1 every window still holds image pixels, and only from 2 on would some of them hold nothing but
border. Look again at where you compare, and at what happens when both sides are equal.

ko: 패딩이 커널의 꼭 절반일 때에도 거부하고 있습니다. 절반까지는 허용됩니다. 커널이 2이고 패딩이
1이면 모든 윈도우에 이미지의 픽셀이 남아 있고, 패딩이 2가 되어야 패딩만 든 윈도우가 생깁니다. 두 값을
비교하는 곳에서 양쪽이 같을 때 어떻게 되는지 다시 살펴보세요.

lesson: 07-pooling#padding
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    if any(pad > 0 and 2 * pad >= window for pad, window in zip(pads, kernel, strict=True)):
        raise ValueError("max_pool2d: padding must be less than half of kernel_size")
    return _windows(x, kernel, steps, pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    if any(pad > 0 and 2 * pad >= window for pad, window in zip(pads, kernel, strict=True)):
        raise ValueError("avg_pool2d: padding must be less than half of kernel_size")
    return _windows(x, kernel, steps, pads, border=0.0).mean(axis=(4, 5))
