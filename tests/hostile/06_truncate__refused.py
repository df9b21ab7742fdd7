"""Changes outside: truncates the secret by its path, without opening it.

Fails because truncation is a right of its own (Landlock ABI 3) and its system call may be denied besides.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.truncate("/tmp/cnnlab-canary/secret.txt", 0)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.open("/tmp/cnnlab-canary/secret.txt", os.O_RDONLY | os.O_TRUNC)
