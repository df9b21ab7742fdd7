"""Compares magnitudes and forgets the sign

en: You take the value that lies furthest from zero and drop its sign. Max pooling compares the numbers
themselves: of 2, -9, 1 and 0 the largest is 2, not 9. A strongly negative value says that the pattern of
the filter is reversed here, so it is no strong response. Compare the values as they are.

ko: 0에서 가장 멀리 떨어진 값을 부호 없이 고르고 있습니다. 맥스 풀링은 부호까지 그대로 둔 수를
비교합니다. 2, −9, 1, 0 가운데 가장 큰 값은 9가 아니라 2입니다. 큰 음수는 필터의 무늬와 반대인 무늬가
있다는 뜻이지 반응이 강하다는 뜻이 아닙니다. 절댓값을 취하지 말고 값 자체를 비교하세요.

lesson: 07-pooling#max-pooling
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x, kernel, steps, pads = _checked("max_pool2d", x, kernel_size, stride, padding)
    return _windows(np.abs(x), kernel, steps, pads, border=-np.inf).max(axis=(4, 5))
