"""Uses the stride of the height along the width

en: You step across by the first number of the stride and down by the second. A pair is (height, width),
like the axes of the image: a stride of (1, 2) moves 1 pixel down and 2 pixels across. On a 4 x 4 image
with a kernel of 2 that gives 3 rows and 2 columns, and yours has 2 rows and 3 columns. A square stride
hides the slip, so test with an unequal one.

ko: 스트라이드의 첫 값을 가로로, 둘째 값을 세로로 쓰고 있습니다. 쌍은 이미지의 축과 같이 (세로,
가로) 순서입니다. 스트라이드 (1, 2)는 아래로 1칸, 옆으로 2칸씩 움직인다는 뜻이므로, 4×4
이미지에 커널 2를 쓰면 3행 2열이 나와야 하는데 2행 3열이 나옵니다. 두 값이 같으면 드러나지 않으니
서로 다른 값으로 시험해 보세요.

lesson: 07-pooling#stride
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps[::-1], pads, border=-np.inf).max(axis=(4, 5))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("avg_pool2d", x, kernel_size, stride, padding)
    return _windows(x, kernel, steps[::-1], pads, border=0.0).mean(axis=(4, 5))
