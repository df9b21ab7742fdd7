"""Lets pooling windows move one pixel unless told otherwise

en: Where a pooling layer names no stride you move its window by one pixel, as a convolution does. Pooling is
there to shrink the map, so its windows lie side by side: 2×2 pooling turns 6 pixels into 3, where you get 5,
and its values lie 2 pixels apart. Take the window's own size as the stride when none is given.

ko: 풀링 계층에 스트라이드가 없으면 컨볼루션처럼 한 칸씩 옮기고 있습니다. 풀링은 특징 맵을 줄이려는 것이므로
윈도우가 서로 겹치지 않게 나란히 놓입니다. 2×2 풀링은 6칸을 3칸으로 줄이고 그 값들은 2픽셀씩 떨어져 있지만,
지금은 5칸이 됩니다. 스트라이드가 없으면 윈도우 크기를 스트라이드로 쓰세요.

lesson: 07-pooling#stride
"""


def _stride(layer):
    return layer.get("stride", 1)
