"""Deletes: removes the canary's secret.

Fails because removing is a right on the folder, which is not granted.
"""

import os
import pathlib


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.remove("/tmp/cnnlab-canary/secret.txt")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    pathlib.Path("/tmp/cnnlab-canary/secret.txt").unlink(missing_ok=True)
