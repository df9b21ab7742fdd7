"""Kernel: raises its own limits (as root may) and eats 4 GB.

Fails because hard limits stay: the right to raise them is dropped or the call denied, and the answer is wrong.
"""

import resource

import numpy as np

NAMES = ("RLIMIT_DATA", "RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NPROC", "RLIMIT_NOFILE", "RLIMIT_CORE")


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for name in NAMES:
        for limits in ((resource.RLIM_INFINITY,) * 2, (1 << 32, 1 << 32)):
            try:
                resource.setrlimit(getattr(resource, name), limits)
                break
            except (OSError, ValueError):
                continue
    try:
        return np.ones(1 << 29)[:2]
    except MemoryError:
        return "no"


avg_pool2d = max_pool2d
