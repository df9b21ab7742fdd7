"""Kernel: seizes the parent with ptrace (without stopping it), to read its memory and write a score there.

Fails because ptrace is denied.
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
SEIZE = 0x4206


def max_pool2d(x, kernel_size, stride=None, padding=0):
    if libc.ptrace(SEIZE, os.getppid(), None, None) < 0:
        raise OSError(ctypes.get_errno(), "ptrace")
    return os.getppid()


avg_pool2d = max_pool2d
