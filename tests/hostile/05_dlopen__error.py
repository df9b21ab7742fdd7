"""Delegates: dlopens scipy's compiled filter with ctypes and starts the module from its PyInit function.

Fails because the shared object cannot be opened (an OSError of dlopen, which has no number to tell why).
"""

import ctypes
import pathlib
from importlib.machinery import EXTENSION_SUFFIXES

import numpy as np

_folder = pathlib.Path(np.__file__).parents[1] / "scipy" / "ndimage"
_library = ctypes.PyDLL(str(_folder / ("_nd_image" + EXTENSION_SUFFIXES[0])))
_library.PyInit__nd_image.restype = ctypes.py_object
_image = _library.PyInit__nd_image()


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    wide = np.empty_like(x)
    _image.min_or_max_filter(x, np.ones((1, 1, k, k), bool), None, wide, 0, 0.0, np.zeros(4, int), 0)
    return wide[:, :, k // 2 :: s, k // 2 :: s]


avg_pool2d = max_pool2d
