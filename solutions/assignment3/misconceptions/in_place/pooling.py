"""Collects the result inside the input array

en: Your function writes into the array that it was given. A slice of a NumPy array is no copy but a view,
so an update of the slice changes x: after first = x[0], first += 1 has changed x itself. The caller still
needs the map, and overlapping windows read values that you have already replaced. Collect the result in a
new array.

ko: 함수에 전달된 배열에 값을 써 넣고 있습니다. NumPy에서 배열을 슬라이싱하면 복사본이 아니라 뷰가
나오므로, 그것을 고치면 x도 바뀝니다. 예를 들어 first = x[0] 다음에 first += 1을 하면
x가 바뀝니다. 호출한 쪽에서는 원래 특징 맵이 아직 필요하고, 윈도우가 겹치면 이미 바뀐 값을 다시 읽게
됩니다. 결과는 새 배열에 모으세요.

lesson: 07-pooling#max-pooling
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    if any(pads):
        x = np.pad(x, ((0, 0), (0, 0), (pads[0], pads[0]), (pads[1], pads[1])), constant_values=-np.inf)
    windows = sliding_window_view(x, kernel, axis=(2, 3), writeable=True)[:, :, :: steps[0], :: steps[1]]
    largest = windows[..., 0, 0]
    for row, column in list(np.ndindex(kernel))[1:]:
        np.maximum(largest, windows[..., row, column], out=largest)
    return largest


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    if any(pads):
        x = np.pad(x, ((0, 0), (0, 0), (pads[0], pads[0]), (pads[1], pads[1])), constant_values=0.0)
    windows = sliding_window_view(x, kernel, axis=(2, 3), writeable=True)[:, :, :: steps[0], :: steps[1]]
    total = windows[..., 0, 0]
    for row, column in list(np.ndindex(kernel))[1:]:
        total += windows[..., row, column]
    return total / (kernel[0] * kernel[1])
