"""Leaks: returns an array without elements whose extents are made of the hidden input.

Fails (as a leak) where a wrong shape of a hidden check is shown only if it is one that pooling could give.
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return np.empty((0, *(424_000 + int(value) for value in x.ravel()[:3])))


avg_pool2d = max_pool2d
