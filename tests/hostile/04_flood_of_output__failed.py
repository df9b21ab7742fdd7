"""Breaks the channel: output without a break on stdout and stderr, to fill the grader's memory or block on a pipe nobody drains.

Fails because output is drained, capped and cut; the wrong answer is wrong.
"""

import os
import sys
import time

LINE = b"12 passed in 0.01s " * 50 + b"\n"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    end = time.monotonic() + 0.2
    while time.monotonic() < end:
        os.write(1, LINE)
    sys.stderr.write("x" * 500_000)
    return 0


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    print("\n" * 500_000, end="")
    return 0
