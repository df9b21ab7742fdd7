"""Steals: climbs all frames for a local called reference, expected or the like, and answers with what it finds.

Fails because no frame of this process belongs to a check.
"""

import sys

NAMES = ("expected", "desired", "wanted", "answer", "truth", "y_true")


def _climb(function, args, kwargs):
    for thread in list(sys._current_frames().values()) + [sys._getframe(2)]:
        while thread is not None:
            scope = {**thread.f_globals, **thread.f_locals}
            if "reference" in scope and hasattr(scope["reference"], function):
                return getattr(scope["reference"], function)(*args, **kwargs)
            for name in NAMES:
                if name in scope:
                    return scope[name]
            thread = thread.f_back
    return None


def max_pool2d(*args, **kwargs):
    return _climb("max_pool2d", args, kwargs)


def avg_pool2d(*args, **kwargs):
    return _climb("avg_pool2d", args, kwargs)
