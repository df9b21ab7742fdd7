"""Disk: a file whose path from the root is longer than a system call accepts, while the call is watched.

Fails because the answer is wrong, and a name that cannot be looked at is never a fault of the grader's.
"""

import os
import time

WATCHED = [0.3]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    home = os.getcwd()
    length = len(home)
    try:
        while length < 3900:
            os.makedirs("d" * 100, exist_ok=True)
            os.chdir("d" * 100)
            length += 101
    except OSError:
        pass
    os.close(os.open("f" * 250, os.O_CREAT))
    os.chdir(home)
    time.sleep(WATCHED.pop() if WATCHED else 0)
    return 0


avg_pool2d = max_pool2d
