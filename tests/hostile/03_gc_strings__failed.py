"""Steals: searches every string, bytes and code object that gc can reach for the source of a solution.

Fails because the fork server never reads a solution.
"""

import gc

SCOPE = {}


def _texts():
    gc.unfreeze()
    for thing in gc.get_objects():
        for part in gc.get_referents(thing):
            if type(part) in (str, bytes) and len(part) < 1 << 20:
                yield part.decode("utf-8", "replace") if isinstance(part, bytes) else part


for _text in list(_texts()):
    if _text.count("def max_" + "pool2d(") == 1 and "_texts" not in _text and "NotImplementedError" not in _text:
        try:
            exec(_text, SCOPE)
        except Exception:
            continue


def max_pool2d(*args, **kwargs):
    return SCOPE["max_pool2d"](*args, **kwargs) if "max_pool2d" in SCOPE else ()


def avg_pool2d(*args, **kwargs):
    return SCOPE["avg_pool2d"](*args, **kwargs) if "avg_pool2d" in SCOPE else ()
