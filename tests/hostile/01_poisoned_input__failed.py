"""Forges a result: blanks the input in place, so that a reference run afterwards on the same array gives zeros as well.

Fails because the child has a copy; the grader's array is another one, in another process.
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    x.setflags(write=True)
    x[...] = 0
    x.shape = (x.size,)
    return np.zeros((1, 1, 1, 1))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    base = x if x.base is None else x.base
    try:
        base[...] = 0
    except (TypeError, ValueError):
        pass
    return np.zeros((1, 1, 1, 1))
