"""Time: a power of big integers, one single operation in C (an alarm would end it after a minute).

Fails because the clock is in another process.
"""

import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    signal.alarm(60)
    return (3**20_000_000 % 7) * (7**60_000_000 % 11)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    signal.alarm(60)
    return pow(3, 1 << 200_000, (1 << 200_000) - 1)
