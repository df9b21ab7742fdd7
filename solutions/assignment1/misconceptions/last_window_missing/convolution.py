"""Stops one window before the edge

en: Your map lacks its last row and its last column of windows. Along an axis of H pixels a kernel of k cells
can start at 0, 1, ..., H - k, and these are H - k + 1 places: four pixels and a kernel of two make three
windows, not two. The +1 of the formula for the output size counts the window at position 0. Let the last
window touch the edge.

ko: 특징 맵의 마지막 행과 마지막 열에 해당하는 윈도우가 빠져 있습니다. 픽셀이 H개인 축에서 크기가 k인 커널은
0, 1, ..., H - k에서 시작할 수 있으므로 자리는 모두 H - k + 1개입니다. 픽셀이 네 개이고 커널의 크기가 2이면
윈도우는 두 개가 아니라 세 개입니다. 출력 크기 공식의 +1은 0번 자리의 윈도우를 세는 것입니다. 마지막 윈도우가
가장자리에 닿을 때까지 움직이세요.

lesson: 05-output-size#formula
"""

from numpy.lib.stride_tricks import sliding_window_view


def _windows(x, kernel_size, stride):
    windows = sliding_window_view(x, kernel_size, axis=(2, 3))
    height = (windows.shape[2] - 1) // stride[0]
    width = (windows.shape[3] - 1) // stride[1]
    return windows[:, :, :: stride[0], :: stride[1]][:, :, :height, :width]
