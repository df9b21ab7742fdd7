"""Pads the feature map instead of the image

en: You slide the kernel over the bare image and put the border of zeros around the result. With a stride of 1
the shape comes out right, but the border of the map is then always 0, as if nothing had been seen there.
Padding belongs around the input, before the kernel slides, so that windows at the edge see some real pixels:
the row [5, 7] padded by 1 under the kernel [1, 1] gives 5, 12, 7, not 0, 12, 0.

ko: 패딩하지 않은 이미지 위에서 커널을 움직인 다음, 결과의 둘레에 0을 채웠습니다. 스트라이드가 1이면 모양은
맞지만, 특징 맵의 가장자리가 늘 0이 되어 그곳에서는 아무것도 보지 못한 것처럼 됩니다. 패딩은 커널이 움직이기
전에 입력의 둘레에 더해야, 가장자리의 윈도우도 실제 픽셀을 볼 수 있습니다. 행 [5, 7]을 1만큼 패딩하고 커널 [1,
1]을 적용하면 0, 12, 0이 아니라 5, 12, 7이 됩니다.

lesson: 05-output-size#padding
"""

import numpy as np


def _correlate(x, weight, stride, borders):
    x, weight = _floats(x, weight)
    windows = _windows(x, weight.shape[2:], stride)
    return _pad(np.einsum("ncijkl,ockl->noij", windows, weight), borders)
