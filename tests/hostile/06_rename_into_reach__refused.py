"""Renames: moves the secret into its own folder, where it may be read.

Fails because a file cannot be moved to where it would gain rights (EXDEV or EACCES).
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.rename("/tmp/cnnlab-canary/secret.txt", "secret.txt")
    raise RuntimeError(open("secret.txt").read())


avg_pool2d = max_pool2d
