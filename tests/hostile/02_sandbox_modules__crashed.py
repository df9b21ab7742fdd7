"""Tampers: every function and constant of the loaded cnnlab modules is replaced; limits grow, checks say yes.

Fails because the limits that count are the kernel's and the parent's; a child that breaks itself has crashed.
"""

import sys
import types


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for name, module in list(sys.modules.items()):
        if not name.startswith("cnnlab") or module is None:
            continue
        for key, value in list(vars(module).items()):
            if isinstance(value, types.FunctionType):
                setattr(module, key, lambda *args, **kwargs: {"outcome": "passed"})
            elif type(value) in (int, float):
                setattr(module, key, value * 1_000_000)
    return 1


avg_pool2d = max_pool2d
