"""Tampers: replaces msgpack's packers, wherever they are bound, by ones that pack a fault (never the student's cost).

Fails because a child has no way to claim a fault: a frame that is no proper reply is a forbidden one.
"""

import gc
import sys


def _forge(real):
    def pack(value=None, *args, **kwargs):
        claim = {"kind": "fault", "type": "fault", "outcome": "fault", "message": "grader broken"}
        return real({**(value if isinstance(value, dict) else {}), **claim}, *args, **kwargs)

    return pack


def max_pool2d(x, kernel_size, stride=None, padding=0):
    gc.unfreeze()
    msgpack = sys.modules["msgpack"]
    for name in ("packb", "dumps"):
        real = getattr(msgpack, name)
        for holder in gc.get_referrers(real):
            if isinstance(holder, dict):
                for key in [k for k, v in holder.items() if v is real]:
                    holder[key] = _forge(real)
    return 0


avg_pool2d = max_pool2d
