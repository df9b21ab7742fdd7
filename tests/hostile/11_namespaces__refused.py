"""Kernel: a user and mount namespace of its own, where it would be root and see the disk without rules.

Fails because unshare and setns are denied.
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWNET = 0x10000000, 0x00020000, 0x40000000


def max_pool2d(x, kernel_size, stride=None, padding=0):
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNS) < 0:
        raise OSError(ctypes.get_errno(), "unshare")
    return os.getuid()


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    if libc.unshare(CLONE_NEWNET) < 0:
        raise OSError(ctypes.get_errno(), "unshare")
    return 0
