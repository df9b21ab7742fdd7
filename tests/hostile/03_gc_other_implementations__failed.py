"""Steals: asks gc for every other function of the same name in this interpreter, and calls it.

Fails because no reference and no misconception was ever loaded in the child or in what it was forked from.
"""

import gc
import types


def _other(own):
    gc.unfreeze()
    for thing in gc.get_objects():
        if isinstance(thing, types.FunctionType) and thing.__name__ == own.__name__ and thing is not own:
            return thing
        if isinstance(thing, dict) and isinstance(thing.get(own.__name__), types.CodeType):
            return types.FunctionType(thing[own.__name__], thing)
    return lambda *args, **kwargs: None


def max_pool2d(*args, **kwargs):
    return _other(max_pool2d)(*args, **kwargs)


def avg_pool2d(*args, **kwargs):
    return _other(avg_pool2d)(*args, **kwargs)
