"""Threads: leaves four threads behind that burn the processor for a minute, and answers at once.

Fails because the answer is wrong, and the child is killed with all its threads when the check ends.
"""

import threading
import time


def _burn():
    end = time.monotonic() + 60
    while time.monotonic() < end:
        pass


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for _ in range(4):
        threading.Thread(target=_burn, daemon=True).start()
    return 0


avg_pool2d = max_pool2d
