"""Memory: one array of 4 GB, every page of it touched.

Fails because the allocation is over the child's limit.
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return np.ones(1 << 29, dtype=np.float64)[:1]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return np.full((1 << 32,), 1, dtype=np.uint8)[:1]
