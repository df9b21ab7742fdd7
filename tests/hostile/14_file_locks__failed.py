"""Leaves something: locks on the files that every child reads, as a signal to the next one or to make it wait.

Fails because locks go with the process that held them, and nobody waits for them; the answer is wrong.
"""

import fcntl
import os
import sys

import numpy as np

HELD = []
for _path in (np.__file__, os.__file__, sys.executable, __file__):
    try:
        HELD.append(os.open(_path, os.O_RDONLY))
        fcntl.flock(HELD[-1], fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.fcntl(HELD[-1], fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except OSError:
        continue


def max_pool2d(x, kernel_size, stride=None, padding=0):
    return 0


avg_pool2d = max_pool2d
