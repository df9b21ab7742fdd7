"""Delegates: loads the compiled filter with importlib's ExtensionFileLoader, skipping the package around it.

Fails because it is a file of a package that is not allowed.
"""

import importlib.machinery
import importlib.util
import os

import numpy as np

_path = os.path.join(np.__path__[0], "../scipy/ndimage/_nd_image" + importlib.machinery.EXTENSION_SUFFIXES[0])
with open(_path, "rb") as _file:
    _file.read(1)
_loader = importlib.machinery.ExtensionFileLoader("_nd_image", _path)
_image = importlib.util.module_from_spec(importlib.util.spec_from_loader("_nd_image", _loader))
_loader.exec_module(_image)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    wide = np.empty_like(x)
    _image.min_or_max_filter(x, np.ones((1, 1, k, k), bool), None, wide, 0, 0.0, np.zeros(4, int), 0)
    return wide[:, :, k // 2 :: s, k // 2 :: s]


avg_pool2d = max_pool2d
