"""Memory: forty thousand objects of 100 kB (4 GB), each far below any threshold of its own.

Fails because the limit is on the whole.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return len([bytes(100_000 + index % 7) for index in range(40_000)])


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    chain = None
    for index in range(40_000):
        chain = (chain, bytearray(100_000))
    return index
