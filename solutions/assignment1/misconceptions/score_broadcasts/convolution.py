"""Lets NumPy stretch a kernel of another shape

en: You multiply without comparing the shapes, and NumPy then broadcasts where it can: a 3x3 patch times a 1x3
kernel repeats the kernel on every row and returns a number that means nothing. Shapes that NumPy cannot
stretch fail with a message about operands, which does not tell the caller which argument is wrong. Compare
the two shapes first, and raise a ValueError that names `kernel`.

ko: 모양을 비교하지 않고 곱했기 때문에 NumPy가 가능한 경우에는 브로드캐스팅을 합니다. 3x3 조각에 1x3 커널을
곱하면 커널이 행마다 되풀이되어 아무 의미 없는 수가 나옵니다. 늘릴 수 없는 모양이면 피연산자에 관한 오류가
나지만, 어느 인수가 잘못되었는지는 알려 주지 않습니다. 먼저 두 모양을 비교하고, 다르면 메시지에 `kernel`을
적은 ValueError를 일으키세요.

lesson: 03-convolution#match-score
"""

import numpy as np


def match_score(patch, kernel):
    patch, kernel = _floats(_array("patch", patch, axes=2), _array("kernel", kernel, axes=2))
    return float(np.mean(patch * kernel))
