"""Delegates: scipy.signal by importlib, for the average as a convolution with a flat kernel.

Fails because importlib ends at the same files.
"""

import importlib

import numpy as np


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    signal = importlib.import_module(".signal", "scipy")
    k, s = kernel_size, stride or kernel_size
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return signal.oaconvolve(x, np.full((1, 1, k, k), 1 / k**2), mode="valid", axes=(2, 3))[:, :, ::s, ::s]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    order = importlib.import_module("scipy.signal").order_filter
    k, s = kernel_size, stride or kernel_size
    planes = [order(plane, np.ones((k, k)), k * k - 1) for plane in x.reshape(-1, *x.shape[2:])]
    return np.stack(planes)[:, k // 2 :: s, k // 2 :: s].reshape(*x.shape[:2], -1)
