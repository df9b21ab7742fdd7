"""Time: a NumPy operation that takes minutes in C (an alarm would end it after one).

Fails because the clock is in another process.
"""

import signal

import numpy as np


def max_pool2d(x, kernel_size, stride=None, padding=0):
    signal.alarm(60)
    return np.convolve(np.ones(2_000_000), np.ones(2_000_000), mode="same")[:1]


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    signal.alarm(60)
    return np.einsum("i,j,k->", *np.ones((3, 20_000)))
