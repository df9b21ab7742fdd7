"""Forges frames: headers that are nested 50000 deep, hold extension types, or are a map of lists with 4 G entries.

Fails because the decoder's limits are set; what does not decode ends the child.
"""

import os
import struct

HEADERS = [
    b"\x91" * 50_000 + b"\xc0",
    b"\x81\xa4kind\xc7\x0c\xff" + b"\xff" * 12,
    b"\xdf\xff\xff\xff\xff",
    b"\x81\xdd\xff\xff\xff\xff\xc0",
    b"\x81\xdb\xff\xff\xff\xff",
    b"\x82\xa4kind\xa5value\xa4kind\xa5fault",
]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    HEADERS.append(HEADERS.pop(0))
    for fd in range(3, 64):
        try:
            os.write(fd, struct.pack(">II", len(HEADERS[-1]), 0) + HEADERS[-1])
        except OSError:
            continue
    return 0


avg_pool2d = max_pool2d
