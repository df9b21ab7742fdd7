"""Flips the kernel along one axis only

en: You turn the kernel upside down but leave left and right as they are. In two dimensions the definition
negates both indices, m and n, so the kernel is flipped along both axes, which is a half turn: [[1, 2], [3,
4]] becomes [[4, 3], [2, 1]], and not [[3, 4], [1, 2]]. Flip the columns as well as the rows.

ko: 커널의 위아래만 뒤집고 좌우는 그대로 두었습니다. 2차원 컨볼루션의 정의에서는 두 첨자 m과 n의 부호가 모두
바뀌므로 커널을 두 축 모두에 대해 뒤집어야 하고, 이는 반 바퀴 돌리는 것과 같습니다. [[1, 2], [3, 4]]는 [[3,
4], [1, 2]]가 아니라 [[4, 3], [2, 1]]이 됩니다. 행뿐 아니라 열도 뒤집으세요.

lesson: 03-convolution#definition
"""

import numpy as np


def convolve2d(image, kernel, stride=1, padding=0):
    return _slide(image, np.flip(_array("kernel", kernel, axes=2), axis=0), stride, padding)
