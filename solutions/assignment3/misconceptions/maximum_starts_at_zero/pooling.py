"""Starts the running maximum at zero

en: Your maximum seems to begin at 0 and to grow from there, so no answer is ever negative. In a window of
-4, -2, -7 and -3 nothing exceeds 0, and you return 0 instead of -2. Begin with the first value of the
window, or with a number that is smaller than every value. Maps are free of negative numbers only behind a
ReLU.

ko: 최댓값을 0에서 시작해 더 큰 값이 나올 때만 바꾸는 것으로 보입니다. 그러면 답이 음수가 될 수
없습니다. 윈도우의 값이 −4, −2, −7, −3이면 0보다 큰 값이 없으므로 −2가 아니라 0이
나옵니다. 윈도우의 첫 값이나 어떤 수보다도 작은 값에서 시작하세요. 특징 맵에 음수가 없다고 믿을 수 있는
곳은 ReLU를 지난 뒤뿐입니다.

lesson: 07-pooling#max-pooling
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return np.maximum(_windows(x, kernel, steps, pads, border=-np.inf).max(axis=(4, 5)), 0)
