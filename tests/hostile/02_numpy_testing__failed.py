"""Tampers: every comparison that NumPy offers is replaced by one that agrees.

Fails because the comparison is made in the grader's process with the grader's NumPy.
"""

import numpy as np


def _agree(*args, **kwargs):
    return True


for _module in (np, np.testing, np.testing._private.utils):
    for _name in ("allclose", "isclose", "array_equal", "array_equiv", "all", "equal"):
        if hasattr(_module, _name):
            setattr(_module, _name, _agree)
    for _name in [n for n in dir(_module) if n.startswith("assert_")]:
        setattr(_module, _name, _agree)


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return np.zeros(1)


avg_pool2d = max_pool2d
