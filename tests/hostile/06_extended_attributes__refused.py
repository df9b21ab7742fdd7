"""Changes outside: hangs an extended attribute on the secret, as a letter box between submissions.

Fails because the system calls are denied.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.setxattr("/tmp/cnnlab-canary/secret.txt", "user.pwned", b"1")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.setxattr("/tmp/cnnlab-canary", "trusted.pwned", b"1", follow_symlinks=False)
