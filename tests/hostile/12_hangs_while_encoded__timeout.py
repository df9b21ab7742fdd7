"""Time: the call returns at once, but what it returns is a list that never ends when it is walked (a minute at most).

Fails because the deadline covers the reply, up to its last byte.
"""

import time

END = time.monotonic() + 60


class Endless(list):
    def __iter__(self):
        while time.monotonic() < END:
            time.sleep(0.05)
            yield 0.0

    def __len__(self):
        time.sleep(max(0, END - time.monotonic()))
        return 1


class Sleepy(dict):
    def items(self):
        return Endless()

    __iter__ = keys = __len__ = items


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return Endless([1.0])


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return Sleepy(a=1.0)
