"""Moves one pixel at a time, whatever the stride

en: Your result does not depend on the stride: the window always moves by one pixel. A stride of 2 moves it by
two, so on a row of five pixels a kernel of one cell sees the pixels 0, 2 and 4, and the map has three values
instead of five. Use the stride both for the size of the map and for where each window starts.

ko: 결과가 스트라이드에 따라 달라지지 않습니다. 윈도우가 언제나 한 픽셀씩 움직이기 때문입니다. 스트라이드가
2이면 두 픽셀씩 움직이므로, 픽셀 다섯 개짜리 행에서 크기가 1인 커널은 0번, 2번, 4번 픽셀만 보고 특징 맵의 값은
다섯 개가 아니라 세 개가 됩니다. 특징 맵의 크기와 윈도우의 시작 위치를 구할 때 모두 스트라이드를 사용하세요.

lesson: 05-output-size#stride
"""

from numpy.lib.stride_tricks import sliding_window_view


def _windows(x, kernel_size, stride):
    return sliding_window_view(x, kernel_size, axis=(2, 3))
