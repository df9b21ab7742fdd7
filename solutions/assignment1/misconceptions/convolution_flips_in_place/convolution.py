"""Flips the kernel of the caller

en: Your flip writes into the array that was passed in, so after the call the caller's kernel [1, 2] has
become [2, 1]. Whoever uses it for a second image gets another result with the same line of code, and such a
mistake is hard to find. Make a flipped copy or a flipped view, and leave the argument as it was.

ko: 인수로 받은 배열에 바로 써 넣어 뒤집었기 때문에, 함수를 호출하고 나면 호출한 쪽의 커널 [1, 2]가 [2, 1]로
바뀌어 있습니다. 그 커널을 두 번째 이미지에 쓰면 똑같은 코드에서 다른 결과가 나오고, 이런 실수는 찾기
어렵습니다. 뒤집은 복사본이나 뷰를 만들어 쓰고 인수는 그대로 두세요.

lesson: 03-convolution#definition
"""

import numpy as np


def convolve2d(image, kernel, stride=1, padding=0):
    kernel = _array("kernel", kernel, axes=2)
    kernel[:] = np.flip(kernel)
    return _slide(image, kernel, stride, padding)
