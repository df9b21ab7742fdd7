"""Signals: makes its own descriptors raise SIGURG (ignored by default) in the parent with F_SETOWN and F_SETSIG.

Fails because fcntl's F_SETOWN is denied or Landlock scopes the signal; the answer is wrong.
"""

import fcntl
import os
import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    for fd in (1, 3):
        try:
            fcntl.fcntl(fd, fcntl.F_SETFL, os.O_ASYNC | fcntl.fcntl(fd, fcntl.F_GETFL))
            fcntl.fcntl(fd, fcntl.F_SETOWN, os.getppid())
            fcntl.fcntl(fd, 10, signal.SIGURG)
        except OSError:
            continue
    return os.write(1, b"x")


avg_pool2d = max_pool2d
