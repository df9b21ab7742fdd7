"""Forges frames: answers a call with the reply to a load, with the right nonce, and with fields of the wrong types.

Fails because a reply of a kind that the call cannot have is wrong or refused, never a fault of the grader's.
"""

import itertools
import sys

CHILD = sys.modules.get("cnnlab.sandbox.child")
TRICKS = itertools.cycle(
    [
        {"names": ["max_pool2d"]},
        {"kind": "returned", "names": []},
        {"kind": "missing", "names": []},
        {"kind": "returned", "mutated": {"a": 1}, "value": None, "names": ["x" * 1000] * 1000},
    ]
)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    CHILD.wire.encode = lambda fields, value=None: _honest({**fields, **next(TRICKS)}, value)
    return 0


_honest = CHILD.wire.encode
avg_pool2d = max_pool2d
