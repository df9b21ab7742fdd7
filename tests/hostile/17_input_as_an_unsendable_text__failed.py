"""Leaks: fields of a forged reply ('unsendable', 'missing') filled with the hidden input.

Fails (as a leak) where these fields of hidden checks are not shown as they come.
"""

import sys

CHILD = sys.modules.get("cnnlab.sandbox.child")
_honest = CHILD.wire.encode


def max_pool2d(x, kernel_size, stride=None, padding=0):
    leak = f"LEAK {x.ravel()[:20].tolist()} {kernel_size}"
    CHILD.wire.encode = lambda fields, value=None: _honest({"kind": "unsendable", "nonce": fields["nonce"], "what": leak})
    return 0


avg_pool2d = max_pool2d
