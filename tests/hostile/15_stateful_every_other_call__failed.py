"""Stateful: wrong, right, wrong, right: alternates by a counter in a default argument.

Fails because the first call of a process is wrong already.
"""

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0, _turn=[0]):  # noqa: B006
    _turn[0] += 1
    if _turn[0] % 2:
        return x[:, :, :1, :1] * np.nan
    k, s = kernel_size, stride or kernel_size
    return np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s].max((-2, -1))


avg_pool2d = max_pool2d
