"""Memory: catches MemoryError and goes on eating smaller pieces, up to 4 GB or 1 s, then raises the last one.

Fails because there is no more to be had, and MemoryError is what the grader hears.
"""

import time


def max_pool2d(x, kernel_size, stride=None, padding=0):
    end, held, last, size = time.monotonic() + 1, [], None, 64 << 20
    while time.monotonic() < end and len(held) * (64 << 20) < 1 << 32:
        try:
            held.append(bytes(size))
        except MemoryError as error:
            last = error
            if size < 1 << 16:
                break
            size //= 2
    held.clear()
    raise last or RuntimeError("had it all")


avg_pool2d = max_pool2d
