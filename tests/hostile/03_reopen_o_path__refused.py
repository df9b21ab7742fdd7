"""Steals: takes an O_PATH handle of the secret (allowed) and opens it for reading through /proc/self/fd.

Fails because /proc is not granted, and the second opening would be judged as the first.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    handle = os.open("/tmp/cnnlab-canary/secret.txt", os.O_PATH | os.O_NOFOLLOW)
    with open(f"/proc/self/fd/{handle}") as file:
        raise RuntimeError(file.read())


avg_pool2d = max_pool2d
