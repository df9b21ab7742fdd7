"""Kernel: io_uring, whose own open and connect never pass a seccomp filter.

Fails because io_uring_setup is denied.
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    parameters = ctypes.create_string_buffer(120)
    ring = libc.syscall(425, 4, parameters)
    if ring < 0:
        raise OSError(ctypes.get_errno(), "io_uring_setup")
    return ring


avg_pool2d = max_pool2d
