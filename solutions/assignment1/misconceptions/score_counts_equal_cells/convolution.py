"""Counts the cells that are equal

en: Your score is the share of cells in which patch and kernel hold the same number. A cell that disagrees
then costs nothing, but a product of 1 and -1 is -1: in [1, 1, -1] against [1, 1, 1] two of three cells are
equal, yet the mean product is (1 + 1 - 1) / 3 = 1/3. Counting also ignores how strong a pixel is. Multiply
cell by cell and average the products.

ko: 조각과 커널의 값이 같은 칸의 비율을 구했습니다. 그러면 값이 다른 칸은 점수를 깎지 않지만, 실제로는 1과
-1의 곱이 -1이므로 점수가 내려가야 합니다. [1, 1, -1]과 [1, 1, 1]은 세 칸 중 두 칸이 같지만 곱의 평균은 (1 + 1
- 1) / 3 = 1/3입니다. 개수를 세면 픽셀 값의 세기도 무시됩니다. 칸마다 곱한 다음 그 곱의 평균을 구하세요.

lesson: 03-convolution#match-score
"""

import numpy as np


def match_score(patch, kernel):
    patch, kernel = _floats(_array("patch", patch, axes=2), _array("kernel", kernel, axes=2))
    if patch.shape != kernel.shape:
        raise ValueError("kernel does not have the shape of the patch")
    return float(np.mean(patch == kernel))
