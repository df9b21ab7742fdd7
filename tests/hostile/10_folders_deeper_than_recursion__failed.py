"""Disk: folders nested 1500 deep, to overflow whoever walks or removes them by recursion, while the call is watched.

Fails because the answer is wrong, and what a student leaves on the disk is never a fault of the grader's.
"""

import os
import time

WATCHED = [0.3]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    home = os.getcwd()
    for _ in range(1500):
        try:
            os.mkdir("d")
            os.chdir("d")
        except OSError:
            break
    os.chdir(home)
    time.sleep(WATCHED.pop() if WATCHED else 0)
    return 0


avg_pool2d = max_pool2d
