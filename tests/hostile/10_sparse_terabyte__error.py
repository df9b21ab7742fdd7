"""Disk: a sparse file that claims a terabyte, and fallocate for 200 MB that are real.

Fails because both go beyond the limit of a file's size.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    fd = os.open("sparse", os.O_CREAT | os.O_RDWR)
    os.ftruncate(fd, 1 << 40)
    return 0


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    fd = os.open("solid", os.O_CREAT | os.O_RDWR)
    os.posix_fallocate(fd, 0, 200_000_000)
    return 0
