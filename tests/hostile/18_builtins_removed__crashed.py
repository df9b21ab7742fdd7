"""Breaks the child: takes len, isinstance, Exception and the import system away from everybody in the process.

Fails because a child that cannot speak has crashed.
"""

import builtins
import sys


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for name in ("len", "isinstance", "Exception", "BaseException", "bytes", "memoryview", "int", "__import__", "type"):
        setattr(builtins, name, None)
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "") in ("os", "struct", "socket", "msgpack", "io"):
            module.__dict__.clear()
    return 0


avg_pool2d = max_pool2d
