"""Disk: two hundred files of 1 MB, each below the limit of one.

Fails because what the folder holds is watched while a call runs.
"""

import os
import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for index in range(200):
        try:
            fd = os.open(f"part{index}", os.O_CREAT | os.O_WRONLY)
            os.write(fd, bytes(1_000_000))
            os.close(fd)
        except OSError:
            break
    time.sleep(0.3)
    return 0


avg_pool2d = max_pool2d
