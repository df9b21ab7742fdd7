"""Returns whole numbers for whole numbers

en: For an image of whole numbers you return whole numbers, so the fraction of a mean is cut off: 1, 2, 2
and 2 have the mean 1.75, and you return 1. Minus infinity, the border of max pooling, does not exist
among whole numbers at all. Both functions work in floating point: convert an integer image before you
begin, or make the array of results a float array.

ko: 정수 이미지를 주면 정수를 반환해서 평균의 소수 부분이 잘립니다. 1, 2, 2, 2의 평균은 1.75인데
1이 나옵니다. 맥스 풀링의 가장자리에 쓰는 음의 무한대는 정수로 나타낼 수도 없습니다. 두 함수는
모두 실수로 계산합니다. 먼저 정수 이미지를 실수로 바꾸거나, 결과를 담을 배열을 실수형으로
만드세요.

lesson: 07-pooling#average-pooling
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    floats, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    pooled = _windows(floats, kernel, steps, pads, border=-np.inf).max(axis=(4, 5))
    return pooled.astype(np.asarray(x).dtype)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    floats, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    pooled = _windows(floats, kernel, steps, pads, border=0.0).mean(axis=(4, 5))
    return pooled.astype(np.asarray(x).dtype)
