"""Memory: small objects by the million (4 GB of them at most), each far below any threshold.

Fails because the limit is on the whole.
"""

import itertools


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return len([[index] * 120 for index in itertools.islice(itertools.count(), 4_000_000)])


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    chain = None
    for index in range(4_000_000):
        chain = (chain, b"%d" % index * 100)
    return 0
