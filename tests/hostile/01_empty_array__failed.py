"""Forges a result: arrays without an element, since all() of nothing is True and () broadcasts.

Fails because shapes are compared before values.
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return np.empty((*x.shape[:2], 0, 0)) if x.ndim == 4 else np.empty(())


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return np.empty((0, 1, 1, 1), dtype=x.dtype)
