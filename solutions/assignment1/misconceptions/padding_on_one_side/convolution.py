"""Pads above and on the left only

en: Your zeros are added at the top and on the left, but not at the bottom and on the right. A padding of 1
puts one zero on every side, so a row of three pixels becomes five cells long: 0, a, b, c, 0. Yours is four
long, the map comes out too small, and the right and lower edges are seen by fewer windows. Pad at both ends
of each axis.

ko: 위쪽과 왼쪽에만 0을 채우고 아래쪽과 오른쪽에는 채우지 않았습니다. 패딩 1은 네 변에 모두 0을 한 줄씩
더하므로, 픽셀 세 개짜리 행은 0, a, b, c, 0의 다섯 칸이 됩니다. 작성한 함수에서는 네 칸이어서 특징 맵이
작아지고, 오른쪽과 아래쪽 가장자리를 보는 윈도우가 줄어듭니다. 각 축의 양쪽 끝에 모두 패딩을 더하세요.

lesson: 05-output-size#padding
"""

import numpy as np


def _pad(x, borders):
    (top, _), (left, _) = borders
    return np.pad(x, ((0, 0), (0, 0), (top, 0), (left, 0)))
