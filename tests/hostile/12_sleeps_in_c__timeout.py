"""Time: sleeps in C without giving the interpreter a chance (PyDLL keeps the lock), a minute at most.

Fails because the clock is in another process.
"""

import ctypes


def max_pool2d(x, kernel_size, stride=None, padding=0):
    libc = ctypes.PyDLL(None)
    for _ in range(60):
        libc.sleep(1)


avg_pool2d = max_pool2d
