"""Breaks the child: a thread throws SystemExit(0) into the main thread while the child's loop waits for its next call.

Fails because the answers are wrong, and a loop that ends without one is a crash, by whatever exit status.
"""

import ctypes
import threading
import time

MAIN = threading.main_thread().ident


def _throw():
    for _ in range(400):
        time.sleep(0.0005)
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(MAIN), ctypes.py_object(SystemExit))


def max_pool2d(x, kernel_size, stride=None, padding=0):
    threading.Thread(target=_throw, daemon=True).start()
    return 0


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return 0
