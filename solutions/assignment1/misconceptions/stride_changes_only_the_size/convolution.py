"""Makes a smaller map, but does not jump

en: Your map has the size that the stride asks for, yet its windows still lie one pixel apart, so it shows
only the top left part of the image. On the row [1, 2, 3, 4] a kernel [1] with stride 2 gives 1 and 3, while
yours gives 1 and 2. The value at place i of the map belongs to the window that starts at pixel i times the
stride.

ko: 특징 맵의 크기는 스트라이드에 맞지만 윈도우는 여전히 한 픽셀씩 움직이므로, 이미지의 왼쪽 위 부분만 보게
됩니다. 행 [1, 2, 3, 4]에 커널 [1]을 스트라이드 2로 적용하면 1과 3이 나와야 하는데 1과 2가 나옵니다. 특징 맵의
i번째 값은 i에 스트라이드를 곱한 픽셀에서 시작하는 윈도우의 값입니다.

lesson: 05-output-size#stride
"""

from numpy.lib.stride_tricks import sliding_window_view


def _windows(x, kernel_size, stride):
    windows = sliding_window_view(x, kernel_size, axis=(2, 3))
    height = (windows.shape[2] - 1) // stride[0] + 1
    width = (windows.shape[3] - 1) // stride[1] + 1
    return windows[:, :, :height, :width]
