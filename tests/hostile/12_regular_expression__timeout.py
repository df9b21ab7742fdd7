"""Time: a regular expression that backtracks without end, in C (an alarm would end it after a minute).

Fails because the clock is in another process.
"""

import re
import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    signal.alarm(60)
    return re.match(r"(a|aa|a?)+$", "a" * 64 + "b")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    signal.alarm(60)
    return re.fullmatch(r"(\w+\s?)*", "word " * 20 + "!" * 3)
