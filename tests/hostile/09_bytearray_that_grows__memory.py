"""Memory: a bytearray that grows sixty-four times over until it holds 4 GB.

Fails because the limit comes first.
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    fat = bytearray(b"x" * (1 << 20))
    while len(fat) < 1 << 32:
        fat = fat * 64
    return len(fat)


avg_pool2d = max_pool2d
