"""Signals: makes a pipe of its own raise SIGURG (ignored by default) in the parent with F_SETOWN and F_SETSIG.

Fails because fcntl's F_SETOWN is denied or Landlock scopes the signal; the answer is wrong.
"""

import fcntl
import os
import signal


def max_pool2d(x, kernel_size, stride=None, padding=0):
    reader, writer = os.pipe()
    try:
        fcntl.fcntl(reader, fcntl.F_SETOWN, os.getppid())
        fcntl.fcntl(reader, 10, signal.SIGURG)
        fcntl.fcntl(reader, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
        os.write(writer, b"x")
    except OSError:
        return "denied"
    return "sent"


avg_pool2d = max_pool2d
