"""Forges a result: NaN (and infinities) of the right shape, for comparisons written as 'not different'.

Fails because NaN agrees with nothing but NaN.
"""

import numpy as np


def _two(value):
    return value if isinstance(value, tuple) else (value, value)


def _fill(value, x, kernel_size, stride, padding):
    k, p = _two(kernel_size), _two(padding)
    s = k if stride is None else _two(stride)
    height, width = ((n + 2 * b - a) // c + 1 for n, a, c, b in zip(x.shape[2:], k, s, p))
    return np.full((*x.shape[:2], max(height, 0), max(width, 0)), value)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return _fill(np.nan, x, kernel_size, stride, padding)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return _fill(complex("nan+infj"), x, kernel_size, stride, padding)
