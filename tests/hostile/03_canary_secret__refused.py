"""Steals: reads the canary's secret and sends it home in the text of an exception.

Fails because the folder is not granted.
"""

import io


def max_pool2d(x, kernel_size, stride=None, padding=0):
    raise RuntimeError(io.FileIO("/tmp/cnnlab-canary/secret.txt").readall())


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    with io.open_code("/tmp/cnnlab-canary/../cnnlab-canary//secret.txt") as file:
        raise RuntimeError(file.read().decode())
