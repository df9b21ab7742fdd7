"""Stateful: rolls dice for its answer, seeded by the clock, in the hope of a lucky run.

Fails because a lucky check is one in millions.
"""

import time

import numpy as np

DICE = np.random.default_rng(time.time_ns())


def max_pool2d(x, kernel_size, stride=None, padding=0):
    k, s = kernel_size, stride or kernel_size
    windows = np.lib.stride_tricks.sliding_window_view(x, (k, k), (2, 3))[:, :, ::s, ::s]
    return DICE.choice(windows.reshape(*windows.shape[:4], -1), axis=-1) + DICE.normal(size=windows.shape[:4])


avg_pool2d = max_pool2d
