"""Kernel: dies by a bad pointer, and by abort, in the hope that a dead process leaves the check undecided.

Fails because a child that died has crashed, which costs the check.
"""

import ctypes
import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    ctypes.string_at(0)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    os.abort()
