"""Delegates: loads scipy from the path found beside NumPy, by spec_from_file_location.

Fails because its __init__.py cannot be read, under whatever name it is loaded.
"""

import importlib.util
import pathlib
import sys

import numpy as np

_site = pathlib.Path(np.__file__).parents[1]
_spec = importlib.util.spec_from_file_location(
    "scipy", _site / "scipy" / "__init__.py", submodule_search_locations=[str(_site / "scipy")]
)
sys.modules["scipy"] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sys.modules["scipy"])
from scipy import ndimage  # noqa: E402


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    return ndimage.maximum_filter(x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    return ndimage.uniform_filter(x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]
