"""Breaks the child: opens files until there are none left, so that the child's own code fails and not the student's.

Fails because trouble inside a child is never a fault of the grader's; the answer is wrong anyway.
"""

import os

HELD = []


def max_pool2d(x, kernel_size, stride=None, padding=0):
    try:
        while len(HELD) < 30_000:
            HELD.append(os.dup(1))
    except OSError:
        pass
    return 0


avg_pool2d = max_pool2d
