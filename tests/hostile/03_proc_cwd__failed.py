"""Steals: reads the working folders of all processes under /proc, among them the grader's, and goes on from there.

Fails because /proc is not granted.
"""

import contextlib
import importlib.machinery
import os


def _reference():
    for number in (os.getppid(), *range(1, 500)):
        for link in (f"/proc/{number}/cwd", f"/proc/{number}/root/work/main"):
            path = f"{link}/solutions/assignment3/reference/pooling.py"
            with contextlib.suppress(OSError):
                return importlib.machinery.SourceFileLoader("stolen", path).load_module()
    return None


def max_pool2d(*args, **kwargs):
    module = _reference()
    return module and module.max_pool2d(*args, **kwargs)


def avg_pool2d(*args, **kwargs):
    module = _reference()
    return module and module.avg_pool2d(*args, **kwargs)
