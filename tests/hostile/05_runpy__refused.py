"""Delegates: runs scipy/ndimage as a program with runpy and takes the filters out of its globals.

Fails because runpy reads files like everybody else.
"""

import runpy


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    scope = runpy.run_module("scipy.ndimage._filters", run_name="scipy.ndimage._filters")
    return scope["maximum_filter"](x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    scope = runpy.run_module("scipy.ndimage", init_globals={}, alter_sys=True)
    return scope["uniform_filter"](x, (1, 1, k, k))[:, :, k // 2 :: s, k // 2 :: s]
