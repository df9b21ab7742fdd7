"""Kernel: changes its user to the one whom the limits do not count, and its personality to undo randomisation.

Fails because changing identity is denied.
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    os.setresgid(65534, 65534, 65534)
    os.setresuid(65534, 65534, 65534)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    if libc.personality(0x0040000) < 0:
        raise OSError(ctypes.get_errno(), "personality")
    os.setgroups([])
