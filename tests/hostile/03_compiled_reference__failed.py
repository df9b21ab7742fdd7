"""Steals: unmarshals the reference's byte code from a __pycache__ and runs it.

Fails because neither a source nor what was compiled from it is readable.
"""

import importlib.util
import marshal
import types

CODE = None
for _way in ("reference", "alternatives/plain_loops", "alternatives/windows"):
    try:
        with open(importlib.util.cache_from_source(f"/work/main/solutions/assignment3/{_way}/pooling.py"), "rb") as _file:
            CODE = marshal.loads(_file.read()[16:])
    except OSError:
        continue
SCOPE = types.ModuleType("stolen").__dict__
if CODE:
    exec(CODE, SCOPE)


def max_pool2d(*args, **kwargs):
    return CODE and SCOPE["max_pool2d"](*args, **kwargs)


def avg_pool2d(*args, **kwargs):
    return CODE and SCOPE["avg_pool2d"](*args, **kwargs)
