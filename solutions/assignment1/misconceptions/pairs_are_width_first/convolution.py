"""Reads a pair as (width, height)

en: You take the first number of a pair for the width. Everything in this course that has two directions
follows the shape of the array, and the rows come first: (h, w). A stride of (2, 1) skips every second row and
keeps every column, and a padding of (1, 0) adds rows of zeros above and below. Use the first number downwards
and the second sideways.

ko: 쌍의 첫 번째 수를 가로 방향으로 읽었습니다. 이 강의에서 방향이 둘인 값은 모두 배열의 모양을 따라 행이 먼저
오는 (h, w) 순서입니다. 스트라이드 (2, 1)은 행을 하나씩 건너뛰고 열은 모두 쓰며, 패딩 (1, 0)은 위와 아래에
0으로 된 행을 더합니다. 첫 번째 수를 세로 방향에, 두 번째 수를 가로 방향에 쓰세요.

lesson: 05-output-size#stride
"""

import numpy as np


def _pair(name, value, at_least):
    pair = tuple(value) if isinstance(value, tuple | list) else (value, value)
    whole = all(isinstance(number, int | np.integer) and not isinstance(number, bool) for number in pair)
    if len(pair) != 2 or not whole or min(pair) < at_least:
        raise ValueError(f"{name} is not an int or a pair of ints of at least {at_least}")
    width, height = pair
    return height, width
