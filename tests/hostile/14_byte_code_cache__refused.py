"""Leaves something: byte code of its own in NumPy's __pycache__, which the next student's import would run.

Fails because no installed package is writable.
"""

import importlib.util
import pathlib

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    name = importlib.util.cache_from_source(str(pathlib.Path(np.__file__).with_name("pwned_cnnlab.py")))
    with open(name, "xb") as file:
        file.write(importlib.util.MAGIC_NUMBER + bytes(12))


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    import py_compile

    py_compile.compile(__file__, cfile=str(pathlib.Path(np.__file__).with_name("pwned_cnnlab.pyc")), doraise=True)
