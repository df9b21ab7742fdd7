"""Forges a result: a masked array, which NumPy's comparisons take for equal to anything.

Fails because a mask is not among the kinds of data that cross, or is dropped with the garbage under it laid open.
"""

import numpy as np


def _masked(x, kernel_size, stride, padding):
    k = kernel_size if isinstance(kernel_size, tuple) else (kernel_size, kernel_size)
    s = k if stride is None else stride if isinstance(stride, tuple) else (stride, stride)
    p = padding if isinstance(padding, tuple) else (padding, padding)
    size = [(n + 2 * b - a) // c + 1 for n, a, c, b in zip(x.shape[2:], k, s, p)]
    return np.ma.masked_all(x.shape[:2] + tuple(max(n, 0) for n in size), dtype=x.dtype)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    answer = _masked(x, kernel_size, stride, padding)
    answer.data[...] = -123456.0
    return answer


avg_pool2d = max_pool2d
