"""Forges a result: an ndarray subclass whose shape, dtype, size and bytes contradict each other.

Fails because the grader checks that shape times item size is the payload's length before it rebuilds anything.
"""

import numpy as np


class Liar(np.ndarray):
    shape = property(lambda self: (-1, 1 << 62, 4, 4))
    size = property(lambda self: 1)
    nbytes = property(lambda self: 0)
    itemsize = property(lambda self: 1 << 40)
    ndim = property(lambda self: 4)
    dtype = property(lambda self: np.dtype("O"))

    def tobytes(self, *args, **kwargs):
        return b"\xff" * 3

    def __array__(self, *args, **kwargs):
        return self

    def __len__(self):
        return 1 << 62


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return np.zeros(3).view(Liar)


avg_pool2d = max_pool2d
