"""Steals: reads the reference as an array of bytes with NumPy's own readers, which open files in C.

Fails because the kernel denies it, whoever opens.
"""

import numpy as np

PATH = "/work/main/solutions/assignment3/reference/pooling.py"
try:
    _source = np.memmap(PATH, dtype=np.uint8, mode="r").tobytes()
except OSError:
    _source = np.fromfile(PATH, dtype=np.uint8).tobytes()
exec(_source)
