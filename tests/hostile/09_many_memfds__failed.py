"""Memory: forty anonymous files of 100 MB, each below the limit of a single one.

Fails because the answer is wrong; the 4 GB must be denied or counted as memory before they are there.
"""

import os


def max_pool2d(x, kernel_size, stride=None, padding=0):
    held = []
    for index in range(40):
        try:
            held.append(os.memfd_create(f"fat{index}"))
            for _ in range(100):
                os.write(held[-1], b"\x01" * (1 << 20))
        except OSError:
            continue
    return len(held)


avg_pool2d = max_pool2d
