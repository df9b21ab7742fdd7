"""Memory: small objects by the million (4 GB of them at most), each far below any threshold.

Fails because the limit is on the whole.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return len([bytes(900 + index % 7) for index in range(4_000_000)])


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return len({index: "x" * (400 + index % 7) for index in range(8_000_000)})
