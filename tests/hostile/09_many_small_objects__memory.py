"""Memory: small objects by the million (4 GB of them at most), each far below any threshold, kept from call to call.

Fails because the limit is on the whole.
"""

HELD = []


def max_pool2d(x, kernel_size, stride=None, padding=0):
    try:
        while len(HELD) < 4_000_000:
            HELD.append(bytes(900 + len(HELD) % 7))
    except MemoryError:
        del HELD[-5000:]
        raise
    return 0


avg_pool2d = max_pool2d
