"""Breaks the child: keeps hold of the last byte of memory, so that its encoder runs out of it and not the student.

Fails because what the encoder runs into is the student's as well.
"""

HELD = []


def max_pool2d(x, kernel_size, stride=None, padding=0):
    size = 64 << 20
    while size > 64 and sum(map(len, HELD[:100])) < 1 << 32:
        try:
            HELD.append(bytes(size))
        except MemoryError:
            size //= 2
    return [float(index) for index in range(10)]


avg_pool2d = max_pool2d
