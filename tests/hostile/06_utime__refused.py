"""Changes outside: sets the secret's time of modification to 1970, to disturb whatever goes by it.

Fails because the system call is denied.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.utime("/tmp/cnnlab-canary/secret.txt", (0, 0))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.utime("/tmp/cnnlab-canary", ns=(1, 1), follow_symlinks=False)
