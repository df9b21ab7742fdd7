"""Forges a result: an object whose __class__ claims ndarray (so isinstance agrees) and whose comparisons are all True.

Fails because the encoder goes by what the object is; at worst it raises, and that is the student's.
"""

import numpy as np


class Impostor:
    __class__ = property(lambda self: np.ndarray)
    dtype = np.dtype("f8")
    shape = (1, 1, 1, 1)
    ndim = 4
    nbytes = 8
    flags = property(lambda self: self)
    c_contiguous = True

    def tobytes(self, order="C"):
        return b"\x00" * 7 + b"passed"

    def __eq__(self, other):
        return True

    __hash__ = None


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return Impostor()


avg_pool2d = max_pool2d
