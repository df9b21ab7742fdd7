"""Breaks the channel: closes every descriptor, its own channel among them, and goes on as if nothing had happened.

Fails because a closed channel is a child that has crashed, and the grader never waits on it without a deadline.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.closerange(0, 4096)
    return 0


avg_pool2d = max_pool2d
