"""Time: an atexit function and a lingering thread hold the process for a minute after the check.

Fails because the child is killed when it is no longer needed, and the answer is wrong.
"""

import atexit
import threading
import time

atexit.register(time.sleep, 60)
threading._register_atexit(time.sleep, 60)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return 0


avg_pool2d = max_pool2d
