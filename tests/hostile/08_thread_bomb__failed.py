"""Threads: as many threads as it can get (500 at most) in half a second of its two, each asleep for half a minute.

Fails because the answer is wrong, and threads die with the child; the grader has its own limits.
"""

import threading
import time

THREADS = []


def max_pool2d(x, kernel_size, stride=None, padding=0):
    threading.stack_size(64 << 10)
    end = time.monotonic() + 0.5
    while len(THREADS) < 500 and time.monotonic() < end:
        try:
            THREADS.append(threading.Thread(target=time.sleep, args=(30,), daemon=True))
            THREADS[-1].start()
        except (RuntimeError, MemoryError):
            break
    return 0


avg_pool2d = max_pool2d
