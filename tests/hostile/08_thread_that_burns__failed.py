"""Threads: leaves four threads behind that burn the processor for a minute, and answers at once.

Fails because the answer is wrong, and the child is killed with all its threads when the check ends.
"""

import hashlib
import threading
import time

BLOCK = bytes(10_000_000)
THREADS = []


def _burn():
    end = time.monotonic() + 60
    while time.monotonic() < end:
        hashlib.sha256(BLOCK)  # lets go of the interpreter's lock: all four run at once


def max_pool2d(x, kernel_size, stride=None, padding=0):
    while len(THREADS) < 4:
        THREADS.append(threading.Thread(target=_burn, daemon=True))
        THREADS[-1].start()
    return 0


avg_pool2d = max_pool2d
