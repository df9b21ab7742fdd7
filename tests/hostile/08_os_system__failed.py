"""Processes: os.system and C's popen, whose failure is only a number.

Fails because no process can be made.
"""

import ctypes
import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return os.system("touch /tmp/cnnlab-canary/pwned-system")


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    libc = ctypes.CDLL(None)
    libc.popen.restype = ctypes.c_void_p
    libc.system(b"touch /tmp/cnnlab-canary/pwned-system")
    return libc.popen(b"touch /tmp/cnnlab-canary/pwned-popen", b"r")
