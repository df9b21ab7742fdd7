"""Memory: a bytearray that doubles until it holds 4 GB.

Fails because the limit comes first.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    fat = bytearray(b"x" * (1 << 20))
    while len(fat) < 1 << 32:
        fat = fat + fat
    return len(fat)


avg_pool2d = max_pool2d
