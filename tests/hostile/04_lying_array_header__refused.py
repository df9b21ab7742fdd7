"""Forges frames: array headers whose dtype is object, whose shape is negative, huge or longer than the payload.

Fails because dtype, shape and length are checked against each other before an array is made of them.
"""

import os
import struct
import sys


def _map(**fields):
    return sys.modules["msgpack"].packb(fields)


def _nonce():
    frame = sys._getframe(2)
    while frame is not None:
        if "nonce" in frame.f_locals:
            return frame.f_locals["nonce"]
        frame = frame.f_back
    return 0


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for dtype, shape in [("|O", [1]), ("<f8", [-1, -8]), ("<f8", [1 << 62, 4]), ("|V8", [1]), ("<f8", [1] * 4000)]:
        raw = _map(nonce=_nonce(), kind="value", value={"array": 0, "dtype": dtype, "shape": shape}, dtype=dtype, shape=shape)
        for fd in range(3, 64):
            try:
                os.write(fd, struct.pack(">II", len(raw), 8) + raw + b"\x41" * 8)
            except OSError:
                continue
    return 0


avg_pool2d = max_pool2d
