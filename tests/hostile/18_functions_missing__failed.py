"""Breaks the child: the module puts an object in its own place that has none of the functions, and lies about having them.

Fails because a missing function costs its own checks, and a lie returns nothing right.
"""

import sys
import types


class Hollow(types.ModuleType):
    def __dir__(self):
        return ["max_pool2d", "avg_pool2d"]

    def __getattribute__(self, name):
        if name in ("max_pool2d", "avg_pool2d"):
            return lambda *args, **kwargs: None
        return object.__getattribute__(self, name)


sys.modules[__name__] = Hollow(__name__)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return 0


avg_pool2d = max_pool2d
