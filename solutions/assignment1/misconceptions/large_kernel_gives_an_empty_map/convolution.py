"""Returns an empty feature map for a kernel that does not fit

en: When the kernel is larger than the padded image there is no window at all, and your function quietly
returns an empty array. A later step then fails far from the cause, or averages nothing and goes on with NaN.
A 3x3 kernel on a 2x2 image is a mistake of the caller: raise a ValueError that names `kernel`. Compare its
size with the image after padding, because a padding of 1 makes room for it.

ko: 커널이 패딩한 이미지보다 크면 윈도우를 하나도 놓을 수 없는데, 작성한 함수는 말없이 빈 배열을 반환합니다.
그러면 원인에서 멀리 떨어진 곳에서 오류가 나거나, 빈 배열의 평균을 내어 NaN인 채로 계산이 이어집니다. 2x2
이미지에 3x3 커널을 쓰는 것은 호출한 쪽의 실수이므로 메시지에 `kernel`을 적은 ValueError를 일으키세요.
패딩이 1이면 들어갈 자리가 생기므로 패딩한 뒤의 크기와 비교해야 합니다.

lesson: 05-output-size#formula
"""

import numpy as np


def _slide(image, kernel, stride, padding):
    image, kernel = _array("image", image, axes=2), _array("kernel", kernel, axes=2)
    down, right = _pair("stride", stride, at_least=1)
    rows, columns = _pair("padding", padding, at_least=0)
    height = max(0, (image.shape[0] + 2 * rows - kernel.shape[0]) // down + 1)
    width = max(0, (image.shape[1] + 2 * columns - kernel.shape[1]) // right + 1)
    if height == 0 or width == 0:
        return np.zeros((height, width))
    borders = (rows, rows), (columns, columns)
    x, weight = image[np.newaxis, np.newaxis], kernel[np.newaxis, np.newaxis]
    return _correlate(x, weight, (down, right), borders)[0, 0]
