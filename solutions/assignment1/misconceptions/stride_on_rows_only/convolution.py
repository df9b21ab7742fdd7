"""Applies the stride downwards but not sideways

en: Your window jumps by the stride from row to row, yet still moves by one pixel from column to column. A
stride of 2 on a 4x4 image with a 2x2 kernel gives a 2x2 map; yours is 2x3. Step by the stride along both
axes, and where the stride is a pair (h, w), by h downwards and by w to the right.

ko: 아래로는 스트라이드만큼 건너뛰지만 옆으로는 여전히 한 픽셀씩 움직입니다. 4x4 이미지에 2x2 커널을
스트라이드 2로 적용하면 특징 맵은 2x2여야 하는데 2x3이 됩니다. 두 축 모두에서 스트라이드만큼 움직이세요.
스트라이드가 (h, w) 쌍이면 아래로는 h, 오른쪽으로는 w만큼 움직입니다.

lesson: 05-output-size#stride
"""

from numpy.lib.stride_tricks import sliding_window_view


def _windows(x, kernel_size, stride):
    return sliding_window_view(x, kernel_size, axis=(2, 3))[:, :, :: stride[0]]
