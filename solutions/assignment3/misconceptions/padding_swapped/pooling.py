"""Adds the padding of the height to the width

en: You add the first number of the padding on the left and right, and the second above and below. A pair
is (height, width): a padding of (1, 0) adds a row above and a row below, and no column. A 2 x 2 image
then becomes 4 x 2, and yours becomes 2 x 4. Look again at which axis of the array each number goes to.

ko: 패딩의 첫 값을 왼쪽과 오른쪽에, 둘째 값을 위와 아래에 더하고 있습니다. 쌍은 (세로, 가로)
순서이므로 패딩 (1, 0)은 위와 아래에 한 행씩 더하고 열은 더하지 않습니다. 그러면 2×2 이미지는
4×2가 되어야 하는데 2×4가 됩니다. 각 값이 배열의 어느 축으로 가는지 다시 살펴보세요.

lesson: 07-pooling#padding
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads[::-1], border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps, pads[::-1], border=0.0).mean(axis=(4, 5))
