"""Disk: five thousand empty files with long names, which take inodes and no bytes.

Fails because the number of files is watched, and the folder goes with the child.
"""

import os
import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for index in range(5000):
        try:
            os.close(os.open(f"{index:06}" + "x" * 200, os.O_CREAT | os.O_EXCL))
        except OSError:
            break
    time.sleep(0.3)
    return 0


avg_pool2d = max_pool2d
