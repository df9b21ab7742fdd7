"""Memory: a System V segment of 64 MB, which outlives the process that made it.

Fails because shmget is denied.
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p


def max_pool2d(x, kernel_size, stride=None, padding=0):
    segment = libc.shmget(0x0C2211AB, 64 << 20, 0o1600)
    if segment < 0:
        raise OSError(ctypes.get_errno(), "shmget")
    ctypes.memset(libc.shmat(segment, None, 0), 1, 64 << 20)
    return 0


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    if libc.semget(0x0C2211AB, 1, 0o1600) < 0 or libc.msgget(0x0C2211AB, 0o1600) < 0:
        raise OSError(ctypes.get_errno(), "semget")
    return 0
