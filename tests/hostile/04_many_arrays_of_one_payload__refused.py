"""Forges frames: 320 arrays that all claim the same 8 MB of payload, so that the grader makes 2.6 GB of them.

Fails because arrays must share the payload out among them; the list would be a wrong answer anyway.
"""

import sys

import msgpack

CHILD = sys.modules["cnnlab.sandbox.child"]
_honest = CHILD.wire.encode
USED = []


def _forge(fields, value=None):
    CHILD.wire.encode = _honest
    size = 8 << 20
    arrays = ["list", *(["array", "uint8", size] for _ in range(320))]
    header = msgpack.packb({**fields, "value": arrays})
    return CHILD.wire.LENGTHS.pack(len(header), size) + header + bytes(size)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    if not USED:
        USED.append(True)
        CHILD.wire.encode = _forge
    return 0


avg_pool2d = max_pool2d
