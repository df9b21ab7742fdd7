"""Stateful: right exactly once, as long as its folder holds no note that it has been right before.

Fails because a process and its folder are asked more than once; one right call is no proof.
"""

import os

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    try:
        os.close(os.open("been here", os.O_CREAT | os.O_EXCL))
    except OSError:
        return np.zeros(1)
    k, s, p = kernel_size, stride or kernel_size, padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s].max((-2, -1))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return np.zeros(1)
