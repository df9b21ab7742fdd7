"""Forges a result: an ndarray subclass whose ufuncs and functions say that every comparison holds.

Fails because the grader gets dtype, shape and bytes, and compares a base ndarray.
"""

import numpy as np


class Yes(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.True_ if ufunc.nout == 1 else (np.True_, np.True_)

    def __array_function__(self, function, types, args, kwargs):
        return True

    def __eq__(self, other):
        return True

    def __array_finalize__(self, parent):
        self.__dict__["shape"] = getattr(parent, "shape", ())


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return np.zeros(1).view(Yes)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return np.zeros(1).view(Yes)
