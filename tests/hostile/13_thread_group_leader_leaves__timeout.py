"""Survives: ends its main thread by the bare system call, so that only a background thread is left of the process.

Fails because the parent waits for an answer with a deadline and kills the whole thread group.
"""

import ctypes
import platform
import threading
import time

EXIT = {"x86_64": 60, "aarch64": 93}[platform.machine()]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    threading.Thread(target=time.sleep, args=(60,)).start()
    ctypes.CDLL(None).syscall(EXIT, 0)


avg_pool2d = max_pool2d
