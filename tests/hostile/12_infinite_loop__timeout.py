"""Time: computes without end (a minute at most).

Fails because the parent's clock kills the child.
"""

import time

import numpy as np

END = time.monotonic() + 60


def max_pool2d(x, kernel_size, stride=None, padding=0):
    best = -np.inf
    while time.monotonic() < END:
        best = max(best, float(x.max()))
    return best


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    while time.monotonic() < END:
        pass
