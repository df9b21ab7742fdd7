"""Delegates: plain `import scipy.ndimage`, which is installed beside NumPy.

Fails because a package that the assignment does not allow is not readable to the child.
"""

import numpy as np
from scipy.ndimage import maximum_filter, uniform_filter


def _two(value):
    return value if isinstance(value, (tuple, list)) else (value, value)


def _pool(window, fill, x, kernel_size, stride, padding):
    (kh, kw), (ph, pw) = _two(kernel_size), _two(padding)
    sh, sw = _two(kernel_size if stride is None else stride)
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)), constant_values=fill)
    height, width = (x.shape[2] - kh) // sh + 1, (x.shape[3] - kw) // sw + 1
    return window(x, size=(1, 1, kh, kw))[:, :, kh // 2 :: sh, kw // 2 :: sw][:, :, :height, :width]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return _pool(maximum_filter, -np.inf, x, kernel_size, stride, padding)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return _pool(uniform_filter, 0.0, x, kernel_size, stride, padding)
