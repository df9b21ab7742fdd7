"""Divides by the lengths of patch and kernel instead of the number of cells

en: You divide the sum of the products by the norms of the patch and the kernel, which is the cosine
similarity. For values of 1 and -1 it happens to agree with the match score, because the product of the norms
is then the number of cells. Elsewhere it does not: [2, 2] against [1, 1] has the mean product 2, while the
cosine is 1. Divide by the number of cells, whatever the values are.

ko: 곱의 합을 조각과 커널의 노름으로 나누었습니다. 이것은 코사인 유사도입니다. 값이 1과 -1뿐이면 두 노름의
곱이 칸의 개수와 같아서 우연히 일치 점수와 같아집니다. 그러나 [2, 2]와 [1, 1]이라면 곱의 평균은 2인데 코사인
유사도는 1입니다. 값이 무엇이든 칸의 개수로 나누세요.

lesson: 03-convolution#match-score
"""

import numpy as np


def match_score(patch, kernel):
    patch, kernel = _floats(_array("patch", patch, axes=2), _array("kernel", kernel, axes=2))
    if patch.shape != kernel.shape:
        raise ValueError("kernel does not have the shape of the patch")
    norms = float(np.linalg.norm(patch) * np.linalg.norm(kernel))
    return float(np.sum(patch * kernel)) / norms if norms else 0.0
