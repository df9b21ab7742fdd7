"""Forges frames: replies 'raised' with families, lines and texts that no exception ever had.

Fails because each field is checked for its type and cut to its length; what remains is an error of the student's.
"""

import sys

CHILD = sys.modules.get("cnnlab.sandbox.child")
_honest = CHILD.wire.encode
FORGED = {
    "kind": "raised",
    "type": "fault" * 12,
    "families": ["CheckFailure", "Fault", "{type}", "\x1b[2J", "object"],
    "text": "{words} %s \x00",
    "number": 10**9,
    "line": "{line}",
    "reached": False,
    "module": "{module}",
}


def max_pool2d(x, kernel_size, stride=None, padding=0):
    CHILD.wire.encode = lambda fields, value=None: _honest({**fields, **FORGED})
    return 0


avg_pool2d = max_pool2d
