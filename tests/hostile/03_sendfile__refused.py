"""Steals: lets the kernel copy the secret straight into the student's output (sendfile, splice) without reading it.

Fails because the secret must be opened first, and may not be.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    source = os.open("/tmp/cnnlab-canary/secret.txt", os.O_RDONLY | os.O_NOATIME)
    os.sendfile(1, source, 0, 4096)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    source = os.open("/tmp/cnnlab-canary/secret.txt", os.O_RDWR)
    os.splice(source, 1, 4096)
