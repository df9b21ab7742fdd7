"""Forges a result: arrays of void, structured, datetime, unicode and long double dtypes.

Fails because a dtype outside the allow-list is a wrong answer, not something to rebuild.
"""

import numpy as np

ODD = [
    np.zeros(3, dtype=[("value", "O"), ("shape", "<i8")]),
    np.array(["NaT"], dtype="M8[ns]"),
    np.zeros(2, dtype="V1000000"),
    np.zeros(2, dtype=np.longdouble),
    np.array(["passed"], dtype="U100000"),
    np.zeros(0, dtype="S0"),
    np.dtype("O"),
    np.recarray((1,), dtype=[("outcome", "U6")]),
]


def max_pool2d(x, kernel_size, stride=None, padding=0):
    ODD.append(ODD.pop(0))
    return ODD[-1]


avg_pool2d = max_pool2d
