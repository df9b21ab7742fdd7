"""Threads: as many threads as it can get (500 at most), each asleep for half a minute.

Fails because the answer is wrong, and threads die with the child; the grader has its own limits.
"""

import threading
import time

THREADS = []


def max_pool2d(x, kernel_size, stride=None, padding=0):
    threading.stack_size(64 << 10)
    while len(THREADS) < 500:
        try:
            THREADS.append(threading.Thread(target=time.sleep, args=(30,), daemon=True))
            THREADS[-1].start()
        except (RuntimeError, MemoryError):
            break
    return 0


avg_pool2d = max_pool2d
