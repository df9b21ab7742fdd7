"""Stateful: right for the first call in a process, wrong for every later one.

Fails because a check asks more than once, or state carries over to the next check; one right call is no proof.
"""

import numpy as np

CALLS = []


def _pool(reduce, fill, x, kernel_size, stride, padding):
    two = lambda value: value if isinstance(value, tuple) else (value, value)  # noqa: E731
    (kh, kw), (sh, sw), (ph, pw) = two(kernel_size), two(kernel_size if stride is None else stride), two(padding)
    CALLS.append(1)
    if len(CALLS) > 1:
        return np.zeros(1)
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)), constant_values=fill)
    return reduce(np.lib.stride_tricks.sliding_window_view(x, (kh, kw), (2, 3))[:, :, ::sh, ::sw], axis=(-2, -1))


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return _pool(np.max, -np.inf, x, kernel_size, stride, padding)


def avg_pool2d(x, kernel_size, stride=None, padding=0):
    return _pool(np.mean, 0.0, x, kernel_size, stride, padding)
