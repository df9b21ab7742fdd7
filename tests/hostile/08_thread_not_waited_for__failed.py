"""Threads: a thread that is no daemon and sleeps for a minute, so that the interpreter cannot come to its end.

Fails because the grader does not wait for the child's good manners.
"""

import threading
import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    threading.Thread(target=time.sleep, args=(60,), daemon=False).start()
    return 0


avg_pool2d = max_pool2d
