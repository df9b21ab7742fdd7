"""Forges frames: a long header sent one byte at a time for 60 s, so that every byte looks like progress.

Fails because the deadline is absolute and is not renewed by a byte.
"""

import os
import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    drops = b"\x00\x00\x10\x00\x00\x00\x00\x00" + b"\xa1" * 4096
    for index in range(120):
        for fd in range(3, 32):
            try:
                os.write(fd, drops[index : index + 1])
            except OSError:
                continue
        time.sleep(0.5)


avg_pool2d = max_pool2d
