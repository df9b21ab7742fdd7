"""Time: raises an exception whose text takes a minute to write.

Fails because describing the error is part of the call, under the same deadline.
"""

import time


class Slow(Exception):
    def __str__(self):
        time.sleep(60)
        return "slow"

    __repr__ = __str__


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise Slow


avg_pool2d = max_pool2d
