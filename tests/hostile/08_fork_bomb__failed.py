"""Processes: a fork bomb (fifty at most, each gone after 20 s) that swallows every refusal.

Fails because not even the first can be made; the answer is wrong anyway.
"""

import os
import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for _ in range(50):
        try:
            if os.fork() == 0:
                time.sleep(20)
                os._exit(0)
        except OSError:
            continue
    return 0


avg_pool2d = max_pool2d
