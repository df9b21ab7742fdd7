"""Adds up the products without averaging them

en: Your match score is the sum of the products, so it grows with the size of the kernel. A perfect 2x2 match
of ones scores 4 and a perfect 3x3 match scores 9, and the two cannot be compared. The match score is the
mean: divide the sum by the number of cells, and every perfect match of 1 and -1 scores exactly 1. (A
convolution layer does use the sum; only this score is averaged.)

ko: 곱을 모두 더하기만 해서, 커널이 클수록 일치 점수도 커집니다. 모든 값이 1인 2x2 조각이 완전히 일치하면 4점,
3x3 조각은 9점이 되어 두 점수를 서로 비교할 수 없습니다. 일치 점수는 평균이므로 합을 칸의 개수로 나누어
보세요. 그러면 1과 -1로 된 조각은 완전히 일치할 때 언제나 1이 됩니다. (컨볼루션 계층에서는 합을 그대로 씁니다.
평균을 내는 것은 이 점수뿐입니다.)

lesson: 03-convolution#match-score
"""

import numpy as np


def match_score(patch, kernel):
    patch, kernel = _floats(_array("patch", patch, axes=2), _array("kernel", kernel, axes=2))
    if patch.shape != kernel.shape:
        raise ValueError("kernel does not have the shape of the patch")
    return float(np.sum(patch * kernel))
