"""Forges frames: random bytes on every descriptor, standard ones too.

Fails because bytes that are no frame end the child, and output is only ever shown as text.
"""

import os
import random


def max_pool2d(x, kernel_size, stride=None, padding=0):
    noise = random.Random(3).randbytes(60_000)
    for fd in range(64):
        try:
            os.write(fd, noise)
        except OSError:
            continue
    return 0


avg_pool2d = max_pool2d
