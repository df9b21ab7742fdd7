"""Flips the image instead of the kernel

en: You flip the image and slide the kernel over it. The sums come out right, but they land in the wrong
places: the whole feature map is turned by half a circle. With the image [1, 2, 4] and the kernel [1, 0] the
convolution is [2, 4], while yours is [4, 2]. Leave the image alone, so that a place in the map means that
place in the image, and flip the kernel.

ko: 이미지를 뒤집고 그 위에서 커널을 움직였습니다. 합 자체는 맞지만 놓이는 자리가 달라져서 특징 맵 전체가 반
바퀴 돌아갑니다. 이미지 [1, 2, 4]와 커널 [1, 0]의 컨볼루션은 [2, 4]인데, 작성한 함수는 [4, 2]를 냅니다. 특징
맵의 위치가 이미지의 위치를 가리키도록 이미지는 그대로 두고 커널을 뒤집으세요.

lesson: 03-convolution#definition
"""

import numpy as np


def convolve2d(image, kernel, stride=1, padding=0):
    return _slide(np.flip(_array("image", image, axes=2)), kernel, stride, padding)
