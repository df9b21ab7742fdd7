"""Shares the padding out over the two sides

en: You take the padding as the number of zeros that an axis gets in all, and share it out over its two ends.
Padding is counted for each side: a padding of 2 adds two zeros above and two below, four in all. That is why
the formula for the output size contains 2P. Add the full number at either end.

ko: 패딩을 한 축에 더할 0의 전체 개수로 보고 양쪽 끝에 나누어 넣었습니다. 패딩은 한쪽을 기준으로 셉니다.
패딩이 2이면 위에 두 줄, 아래에 두 줄, 모두 네 줄을 더합니다. 출력 크기 공식에 2P가 들어 있는 까닭이 바로
이것입니다. 양쪽 끝에 각각 패딩만큼 더하세요.

lesson: 05-output-size#padding
"""

import numpy as np


def _pad(x, borders):
    (top, bottom), (left, right) = borders
    if top == bottom and left == right:
        top, bottom = top // 2, bottom - bottom // 2
        left, right = left // 2, right - right // 2
    return np.pad(x, ((0, 0), (0, 0), (top, bottom), (left, right)))
