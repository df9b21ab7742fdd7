"""Disk: one file of 200 MB in its own folder.

Fails because file sizes are limited (the write ends with an OSError, file too large).
"""


def max_pool2d(x, kernel_size, stride=None, padding=0):
    with open("big", "wb", buffering=0) as file:
        for _ in range(200):
            if file.write(bytes(1_000_000)) < 1_000_000:
                file.write(b"the rest")
    return 0


avg_pool2d = max_pool2d
