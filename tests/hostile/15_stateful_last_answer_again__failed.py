"""Stateful: answers each call with what the call before should have got.

Fails because that is the right answer to another question; the first one gets none.
"""

import numpy as np

LAST = [np.zeros(1)]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    LAST.append(np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s].max((-2, -1)) + 1)
    return LAST[-2]


avg_pool2d = max_pool2d
