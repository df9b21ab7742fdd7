"""Delegates: makes scipy a bare package by hand, so that only scipy/ndimage/_filters.py and its .so must be read.

Fails because those are no more readable than scipy/__init__.py.
"""

import importlib
import pathlib
import sys
import types

import numpy as np

_scipy = pathlib.Path(np.__file__).parents[1] / "scipy"
for _name in ("scipy", "scipy.ndimage", "scipy._lib"):
    sys.modules[_name] = types.ModuleType(_name)
    sys.modules[_name].__path__ = [str(_scipy.joinpath(*_name.split(".")[1:]))]
_image = importlib.import_module("scipy.ndimage._nd_image")


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    wide = np.empty_like(x)
    _image.min_or_max_filter(x, np.ones((1, 1, k, k), bool), None, wide, 0, 0.0, np.zeros(4, int), 0)
    return wide[:, :, k // 2 :: s, k // 2 :: s]


avg_pool2d = max_pool2d
