"""Forges frames: announces a header and a payload of 4 GB each, so that the grader allocates or waits for them.

Fails because lengths are capped before anything is allocated.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for fd in range(3, 64):
        try:
            os.write(fd, b"\xff" * 8 + b"\x81\xa4kind\xa5value")
        except OSError:
            continue
    return 0


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    for fd in range(3, 64):
        try:
            os.write(fd, b"\x00\x00\x00\x01\x7f\xff\xff\xff\x80")
        except OSError:
            continue
    return 0
