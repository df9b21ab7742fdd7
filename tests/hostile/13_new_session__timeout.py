"""Survives: leaves its group and session and asks to outlive its parent, then sleeps for a minute.

Fails because the parent kills by process, not only by group, and reaps what it kills.
"""

import ctypes
import os
import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for leave in (os.setsid, lambda: os.setpgid(0, 0)):
        try:
            leave()
        except OSError:
            continue
    libc = ctypes.CDLL(None)
    libc.prctl(1, 0, 0, 0, 0)
    libc.prctl(36, 1, 0, 0, 0)
    time.sleep(60)


avg_pool2d = max_pool2d
