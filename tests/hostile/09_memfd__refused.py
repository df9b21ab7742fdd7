"""Memory: an anonymous file of 4 GB (memfd), which belongs to no folder and is no part of the data segment.

Fails because file sizes are limited for it too, or memfd_create is denied.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    fat = os.memfd_create("fat")
    for _ in range(4096):
        os.write(fat, b"\x01" * (1 << 20))
    return os.fstat(fat).st_size


avg_pool2d = max_pool2d
