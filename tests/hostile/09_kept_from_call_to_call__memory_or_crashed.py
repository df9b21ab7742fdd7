"""Memory: fills it to the last kilobyte and keeps it, so that there is none left in which to say so.

Fails because a child that cannot answer any more has crashed, which costs the check like too much memory would.
"""

HELD = []


def max_pool2d(x, kernel_size, stride=None, padding=0):
    size = 32 << 20
    while size > 512:
        try:
            HELD.append(bytes(size))
        except MemoryError:
            size //= 2
    raise MemoryError


avg_pool2d = max_pool2d
