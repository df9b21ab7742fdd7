"""Processes: fork and socket under their x32 numbers (bit 30 set), for filters that compare plain numbers.

Fails because x32 calls are killed or denied as a whole.
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
X32 = 0x40000000


def max_pool2d(x, kernel_size, stride=None, padding=0):
    pid = libc.syscall(X32 | 57)
    if pid == 0:
        os._exit(0)
    return pid


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return libc.syscall(X32 | 41, 2, 1, 0)
