"""Forges a result: an array of dtype object whose every element equals everything (and whose bytes are pointers).

Fails because object is not an allowed dtype: pointers must never be rebuilt in another process.
"""

import numpy as np


class Same(float):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return Same(0)

    __rsub__ = __mul__ = __rmul__ = __abs__ = lambda self, *other: Same(0)
    __le__ = __lt__ = __ge__ = __gt__ = __eq__
    __hash__ = float.__hash__


def max_pool2d(x, kernel_size, stride=None, padding=0):
    answer = np.empty(x[:, :, ::2, ::2].shape, dtype=object)
    answer.fill(Same(0))
    return answer


avg_pool2d = max_pool2d
