"""Forges a result: an array of 8 TB that costs its owner 8 bytes, to burst whoever makes a copy of it.

Fails because the child runs into its own limits while it encodes, and can only say that it has no answer.
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return np.broadcast_to(np.float64(1.0), (1 << 20, 1 << 20))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 40,), (0,))
