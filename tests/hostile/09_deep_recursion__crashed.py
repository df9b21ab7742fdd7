"""Memory: recursion in C until the stack is gone, with Python's own limit taken away.

Fails because a segmentation fault takes along nobody but the child.
"""

import sys


class Deep:
    def __getattr__(self, name):
        return getattr(self, name)

    def __repr__(self):
        return repr([self])


def max_pool2d(x, kernel_size, stride=None, padding=0):
    sys.setrecursionlimit(2**31 - 1)
    return repr(Deep())


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    sys.setrecursionlimit(2**31 - 1)
    return Deep().anything
