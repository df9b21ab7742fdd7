"""Leaks: puts the hidden input where the line of code is read from that a report shows beside an error.

Fails (as a leak) where the line is taken from the submission as the grader has it, not as the child tells it.
"""

import linecache


def max_pool2d(x, kernel_size, stride=None, padding=0):
    leak = f"LEAK {x.ravel()[:20].tolist()} {kernel_size} {stride} {padding}"
    linecache.cache["pooling.py"] = (1, None, [leak + "\n"] * 1000, "pooling.py")
    raise RuntimeError


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    linecache.getline = lambda *args: f"LEAK {x.ravel()[:20].tolist()}"
    raise RuntimeError
