"""Steals: reads the working folders of all processes under /proc, among them the grader's, and goes on from there.

Fails because /proc is not granted.
"""

import glob
import importlib.machinery
import os


def _reference():
    for link in glob.glob("/proc/[0-9]*/cwd") + glob.glob("/proc/[0-9]*/root"):
        path = os.path.join(link, "solutions/assignment3/reference/pooling.py")
        if os.path.exists(path):
            return importlib.machinery.SourceFileLoader("stolen", path).load_module()
    return None


def max_pool2d(*args, **kwargs):
    module = _reference()
    return module and module.max_pool2d(*args, **kwargs)


def avg_pool2d(*args, **kwargs):
    module = _reference()
    return module and module.avg_pool2d(*args, **kwargs)
