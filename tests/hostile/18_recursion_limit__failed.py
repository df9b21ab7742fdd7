"""Breaks the child: lowers the recursion limit and switches collection off, so that the loop itself trips over it.

Fails because a child that trips has crashed or failed, and nobody else is to blame.
"""

import gc
import sys


def max_pool2d(x, kernel_size, stride=None, padding=0):
    gc.disable()
    for limit in range(1, 50):
        try:
            sys.setrecursionlimit(limit)
            break
        except RecursionError:
            continue
    return [[0.0]]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return 0
