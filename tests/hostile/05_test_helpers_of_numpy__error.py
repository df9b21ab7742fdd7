"""Delegates: NumPy's own helpers, where somebody else might have imported the rest (f2py's compiler, ctypeslib).

Fails because a compiler is a new process, and the library to load is not readable.
"""

import numpy as np
import numpy.ctypeslib as ctypeslib


def max_pool2d(x, kernel_size, stride=None, padding=0):
    library = ctypeslib.load_library("_nd_image", np.__path__[0] + "/../scipy/ndimage/_nd_image")
    return library.PyInit__nd_image()


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    library = ctypeslib.load_library("libtorch_cpu", "/work/main/.venv/lib/python3.11/site-packages/torch/lib")
    return library.avg_pool2d(x.ctypes.data, kernel_size)
