"""Time: waits for a lock it holds, an event nobody sets, and a thread that waits for it (a minute at most).

Fails because waiting is time like any other.
"""

import queue
import threading

LOCK = threading.Lock()


def max_pool2d(x, kernel_size, stride=None, padding=0):
    LOCK.acquire(timeout=60)
    LOCK.acquire(timeout=60)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return queue.Queue().get(timeout=60)
