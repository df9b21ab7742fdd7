"""Breaks the channel: 100 MB on stdout and stderr, to fill the grader's memory or block on a pipe nobody drains.

Fails because output is drained, capped and cut; the wrong answer is wrong.
"""

import os
import sys

LINE = b"12 passed in 0.01s " * 50 + b"\n"


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.set_blocking(1, False)
    for _ in range(100_000):
        try:
            os.write(1, LINE)
        except OSError:
            continue
    sys.stderr.write("x" * 1_000_000)
    return 0


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    print("\n" * 2_000_000, end="")
    return 0
