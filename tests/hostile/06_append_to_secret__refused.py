"""Writes outside: appends to the canary's secret, with os.open and pwrite.

Fails because the file may not be opened.
"""

import os

_fd = os.open("/tmp/cnnlab-canary/secret.txt", os.O_WRONLY | os.O_APPEND)
os.write(_fd, b"\npwned by append")
os.close(_fd)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return 0


avg_pool2d = max_pool2d
