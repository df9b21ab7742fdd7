"""Flips the kernel in the cross-correlation

en: You flip the kernel before you slide it, which is convolution in the mathematical sense. Cross-correlation
lays the kernel on the image as it is: over the pixels [5, 7] the kernel [1, 0] gives 5, while your function
gives 7. Leave the kernel unflipped here and flip it only in `convolve2d`.

ko: 커널을 뒤집은 다음 움직였습니다. 이것은 수학에서 말하는 컨볼루션입니다. 교차상관은 커널을 뒤집지 않고
이미지 위에 그대로 올립니다. 픽셀 [5, 7] 위에 커널 [1, 0]을 올리면 5가 되어야 하는데, 작성한 함수는 7을
냅니다. 여기서는 커널을 그대로 두고 `convolve2d`에서만 뒤집으세요.

lesson: 03-convolution#cross-correlation
"""

import numpy as np


def cross_correlate2d(image, kernel, stride=1, padding=0):
    return _slide(image, np.flip(_array("kernel", kernel, axes=2)), stride, padding)
